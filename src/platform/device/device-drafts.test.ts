import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { DeviceDatabase, Kept } from './device-database.ts';
import { DeviceDrafts } from './device-drafts.ts';

const slot = 'draft:amal:evidence';

/** What a browser keeps: a database that another tab may have closed, and this tab's own storage. */
function browser() {
	const kept = new Map<string, Kept>();
	let taking = true;
	const answer = async (work: () => void) => {
		if (!taking) throw new DOMException('closed', 'InvalidStateError');
		work();
	};
	const database = {
		getAll: async () => [...kept.values()],
		put: (_: 'kept', one: Kept) => answer(() => kept.set(one.name, one)),
		delete: (_: 'kept', [, name]: [string, string]) => answer(() => kept.delete(name)),
	} as unknown as DeviceDatabase;
	const storage = Object.create({
		setItem: (key: string, value: string) => void (storage[key] = value),
		removeItem: (key: string) => void delete storage[key],
	}) as Record<string, string>;
	vi.stubGlobal('sessionStorage', storage);
	return {
		open: async () => {
			const drafts = await DeviceDrafts.open(database, 'amal');
			await settled();
			return drafts;
		},
		take: (whether: boolean) => void (taking = whether),
		/** From another tab. */
		put: (value: string, at: number) => kept.set(slot, { person: 'amal', name: slot, value, at }),
		inDatabase: () => kept.get(slot)?.value,
		aside: () => Object.keys(storage),
	};
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => vi.stubGlobal('IDBKeyRange', { bound: () => undefined }));
afterEach(() => vi.unstubAllGlobals());

async function typedWhileClosed() {
	const device = browser();
	const drafts = await device.open();
	device.take(false);
	drafts.setItem(slot, 'typed while closed');
	await settled();
	return { device, drafts };
}

test('what the database no longer takes comes back once the page is loaded anew, and is put aside until the database has it', async () => {
	const { device } = await typedWhileClosed();
	expect((await device.open()).getItem(slot)).toBe('typed while closed');
	expect(device.aside()).toHaveLength(1);
	device.take(true);
	await device.open();
	expect(device.inDatabase()).toBe('typed while closed');
	expect(device.aside()).toEqual([]);
});

test('what another tab wrote since stands', async () => {
	const { device } = await typedWhileClosed();
	device.take(true);
	device.put('gone on with in another tab', Date.now() + 1000);
	expect((await device.open()).getItem(slot)).toBe('gone on with in another tab');
	expect(device.aside()).toEqual([]);
});

test.each([true, false])(
	'what was saved or discarded does not come back (the database takes it: %s)',
	async (takes) => {
		const { device, drafts } = await typedWhileClosed();
		device.put('older', 5);
		device.take(takes);
		drafts.removeItem(slot);
		await settled();
		device.take(true);
		expect((await device.open()).getItem(slot)).toBeNull();
		expect(device.inDatabase()).toBeUndefined();
		expect(device.aside()).toEqual([]);
	},
);

test('what the database took after all does not come back later', async () => {
	const { device, drafts } = await typedWhileClosed();
	device.take(true);
	drafts.setItem(slot, 'typed on');
	await settled();
	expect(device.aside()).toEqual([]);
});
