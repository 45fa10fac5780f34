import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { Outbox } from '#platform/outbox/outbox.ts';
import type { Became, Row } from '#platform/outbox/row.ts';
import { noLocks, SimulatedServer, SimulatedShelf } from '#platform/outbox/simulated.fixture.ts';
import type { DeviceDeed } from './device-day.svelte.ts';
import { putRight, waitingFor } from './put-right.ts';

const unsettled = ({ is }: Became) => is === 'waiting' || is === 'refused';

/** A device that sends whatever waits as soon as anything is put on it or set aside, and a server that refuses the first try. */
async function refusedOnce(...deeds: DeviceDeed[]) {
	const shelf = new SimulatedShelf();
	const server = new SimulatedServer();
	server.signedIn = 'Priya';
	server.closed = true;
	const sent: string[] = [];
	const outbox = new Outbox({
		person: 'Priya',
		shelf,
		async post(_, rows) {
			sent.push(...rows.map(({ id }) => id));
			return server.request('Priya', rows, 'well');
		},
		alone: noLocks,
		now: () => 0,
		changed: () => {},
	});
	const device = {
		get rows() {
			return shelf.rows.map((row) => ({ ...row }));
		},
		async putTogether(...more: DeviceDeed[]) {
			await outbox.put(...more.map((deed) => ({ ...deed, id: newId(), place: 'review' })));
			void outbox.send();
		},
		async setAside(...rows: Row[]) {
			await shelf.became(rows.map((row) => ({ row, became: { is: 'set aside' } })));
			await outbox.send();
		},
		left: () => shelf.rows.filter(({ became }) => unsettled(became)),
		refused: () => shelf.rows.find(({ became }) => became.is === 'refused')!,
	};
	await device.putTogether(...deeds);
	await outbox.send();
	server.closed = false;
	const old = shelf.rows.map(({ id }) => id);
	sent.length = 0;
	return { device, server, oldSent: () => sent.filter((id) => old.includes(id)) };
}

const file = new Blob(['pixels']);
const record = { deed: 'record', about: 'piece', body: { id: 'piece', text: 'Replies on the wall.' } };
const photo = { deed: 'photo', about: 'piece', body: { id: 'photo', photo: 'photo' }, file };
const edit = (version: number, text: string) => ({ deed: 'edit', about: 'piece', body: { version, text } });

test('a piece tried again goes before its photo and what was changed in it since', async () => {
	const { device, server, oldSent } = await refusedOnce(record, photo, edit(1, 'Replies on two walls.'));
	expect(device.refused().deed).toBe('record');
	expect(waitingFor(device.rows, device.refused()).map(({ deed }) => deed)).toEqual(['photo', 'edit']);
	const row = device.refused();
	// A second tap does nothing.
	await Promise.all([putRight.again(device, row), putRight.again(device, row)]);
	await putRight.again(device, row);
	expect(device.left()).toEqual([]);
	expect(oldSent()).toEqual([]);
	expect(server.pieces.get('piece')).toMatchObject({ text: 'Replies on two walls.', version: 2 });
	expect(server.photos.get('photo')).toBe(file);
	expect(server.effects.size).toBe(3);
});

test('kept as a piece of its own, with the latest words and its photo, and nothing of the old one is sent', async () => {
	const { device, server, oldSent } = await refusedOnce(record, photo, edit(1, 'Replies on two walls.'));
	await putRight.asOneMore(device, device.refused());
	expect(device.left()).toEqual([]);
	expect(oldSent()).toEqual([]);
	expect([...server.pieces.values()].map(({ text }) => text)).toEqual(['Replies on two walls.']);
	expect(server.photos.size).toBe(1);
});

test('a change put right, or in the place of another, keeps what waits for it behind it', async () => {
	for (const putIt of [
		(device: Parameters<typeof putRight.changed>[0], row: Row) =>
			putRight.changed(device, row, { text: 'Put right.' }),
		(device: Parameters<typeof putRight.changed>[0], row: Row) => putRight.inItsPlace(device, row, 1),
	]) {
		const { device, server, oldSent } = await refusedOnce(edit(1, 'First.'), photo, edit(2, 'Last.'));
		server.pieces.set('piece', { person: 'Priya', text: 'As it was.', version: 1 });
		await putIt(device, device.refused());
		expect(device.left()).toEqual([]);
		expect(oldSent()).toEqual([]);
		expect(server.pieces.get('piece')?.text).toBe('Last.');
		expect(server.photos.get('photo')).toBe(file);
	}
});

test('a piece that is let go takes with it what waits for it; a change alone goes', async () => {
	const whole = await refusedOnce(record, photo);
	await putRight.letGo(whole.device, whole.device.refused());
	expect(whole.device.left()).toEqual([]);
	expect(whole.server.effects.size).toBe(0);

	const one = await refusedOnce(edit(1, 'First.'), photo);
	one.server.pieces.set('piece', { person: 'Priya', text: 'As it was.', version: 1 });
	await putRight.letGo(one.device, one.device.refused());
	expect(one.server.pieces.get('piece')?.text).toBe('As it was.');
	expect(one.server.photos.get('photo')).toBe(file);
});

test('nothing waits for a photo that is refused, and tried again it goes by itself', async () => {
	const { device, server } = await refusedOnce(photo);
	server.pieces.set('piece', { person: 'Priya', text: 'Replies on the wall.', version: 1 });
	await device.putTogether(edit(1, 'Replies on two walls.'));
	expect(waitingFor(device.rows, device.refused())).toEqual([]);
	await putRight.again(device, device.refused());
	expect(device.left()).toEqual([]);
	expect(server.pieces.get('piece')).toMatchObject({ text: 'Replies on two walls.', version: 2 });
	expect(server.effects.size).toBe(2);
});
