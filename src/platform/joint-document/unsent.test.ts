import { beforeEach, expect, test, vi } from 'vitest';
import type { DeviceDatabase } from '../device/device-database.ts';
import { openUnsent } from './unsent.ts';

interface Row {
	name: string;
	at: number;
	value: { id: string; words: number[] | null; file: Blob };
}

/** As much of a browser's database as is used here. */
let rows: Map<string, Row>;
let database: DeviceDatabase;
beforeEach(() => {
	vi.stubGlobal('IDBKeyRange', { bound: () => null });
	rows = new Map();
	database = {
		getAll: async () => [...rows.values()],
		delete: async (_: string, [, name]: [string, string]) => void rows.delete(name),
		transaction: () => ({
			store: { put: async (row: Row) => void rows.set(row.name, row) },
			done: Promise.resolve(),
		}),
	} as unknown as DeviceDatabase;
});
const page = (id: string) => openUnsent(database, 'me', 'report R', id);

test('what one page kept the next takes up in the same parcels, and lets go when it keeps them itself', async () => {
	const parcels = [new Uint8Array([1, 2]), new Uint8Array([3]), new Uint8Array([4, 5, 6])];
	const one = page('one');
	await one.keep(parcels);
	one.close();
	await vi.waitFor(async () => expect((await navigator.locks.query()).held).toEqual([]));
	const next = page('two');
	expect(await next.leftBehind()).toEqual(parcels);
	await next.keep([new Uint8Array([9])]);
	expect([...rows.values()].map(({ value }) => value.id)).toEqual(['two']);
});

test('what an earlier release kept in one piece is taken up, and what cannot be read stays', async () => {
	const keep = (id: string, file: Blob) =>
		rows.set(id, { name: id, at: 1, value: { id, words: null, file } });
	keep('old', new Blob([new Uint8Array([1, 2, 3])]));
	expect(await page('new').leftBehind()).toEqual([new Uint8Array([1, 2, 3])]);
	const broken = { arrayBuffer: () => Promise.reject(new Error('The disk is torn.')) } as unknown as Blob;
	keep('torn', broken);
	const next = page('next');
	await expect(next.leftBehind()).rejects.toThrow('torn');
	await next.keep([new Uint8Array([9])]);
	expect([...rows.keys()]).toContain('torn');
});
