import fc, { type Scheduler } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Outbox } from './outbox.ts';
import type { Row } from './row.ts';
import { type Fault, noLocks, SimulatedLocks, SimulatedServer, SimulatedShelf } from './simulated.fixture.ts';

const faults: Fault[] = [
	'well',
	'request lost',
	'reply lost',
	'delivered again later',
	'held up on its way',
	'session expired',
	'server down',
	'first row troubles the server',
];
const people = ['Priya', 'Oswin'];

const someEvents = fc.array(
	fc.oneof(
		{
			weight: 6,
			arbitrary: fc.record({
				is: fc.constant('record' as const),
				tab: fc.nat(2),
				dropped: fc.boolean().map((it) => it),
			}),
		},
		{
			weight: 4,
			arbitrary: fc.record({ is: fc.constant('edit' as const), tab: fc.nat(2), which: fc.nat(20) }),
		},
		{
			weight: 3,
			arbitrary: fc.record({
				is: fc.constant('photo' as const),
				tab: fc.nat(2),
				which: fc.nat(20),
				bytes: fc.integer({ min: 1, max: 2_000_000 }),
			}),
		},
		{
			weight: 2,
			arbitrary: fc.record({ is: fc.constant('take back' as const), tab: fc.nat(2), which: fc.nat(20) }),
		},
		{ weight: 6, arbitrary: fc.record({ is: fc.constant('send' as const), tab: fc.nat(2) }) },
		{
			weight: 2,
			arbitrary: fc.record({ is: fc.constant('settle' as const), ticks: fc.integer({ min: 1, max: 8 }) }),
		},
		{ weight: 1, arbitrary: fc.record({ is: fc.constant('crash' as const), tab: fc.nat(2) }) },
		{
			weight: 1,
			arbitrary: fc.record({ is: fc.constant('clock' as const), to: fc.integer({ min: 0, max: 4e12 }) }),
		},
		{
			weight: 1,
			arbitrary: fc.record({ is: fc.constant('sign in' as const), who: fc.constantFrom(...people, null) }),
		},
		{ weight: 1, arbitrary: fc.record({ is: fc.constant('full' as const), room: fc.nat(12) }) },
		{ weight: 1, arbitrary: fc.constant({ is: 'late' as const }) },
		{ weight: 1, arbitrary: fc.constant({ is: 'close' as const }) },
	),
	// Long ones as often as short: by itself fast-check makes five events of it.
	{ maxLength: 40, size: 'max' },
);

interface World {
	shelf: SimulatedShelf;
	server: SimulatedServer;
	/** Everything that a tab was told is on the device, as it was then. */
	acknowledged: Row[];
	/** Photos that somebody took back, and was told so. */
	takenBack: string[];
	/** Bytes of requests that carried more than a server takes. */
	overfull: number[];
}

/** Three tabs of one device: two of one person, one of another who signs in now and then. */
async function live(
	events: typeof someEvents extends fc.Arbitrary<infer E> ? E : never,
	script: readonly Fault[],
	locked: boolean,
	s: Scheduler,
): Promise<World> {
	const shelf = new SimulatedShelf();
	const server = new SimulatedServer();
	const acknowledged: Row[] = [];
	const takenBack: string[] = [];
	const overfull: number[] = [];
	const locks = new SimulatedLocks();
	const alone = locked ? locks.alone : noLocks;
	const left = [...script];
	const under = { faults: true };
	let clock = 1_700_000_000_000;
	let made = 0;

	const open = (person: string) => {
		const tab = { person, dead: false, outbox: undefined as unknown as Outbox };
		tab.outbox = new Outbox({
			person,
			shelf,
			alone,
			now: () => clock,
			changed: () => {},
			mostRows: 3,
			async post(_, rows) {
				const files = rows.flatMap(({ file }) => file ?? []);
				const bytes = files.reduce((sum, { size }) => sum + size, 0);
				if (files.length > 1 && bytes > 2_500_000) overfull.push(bytes);
				await s.schedule(Promise.resolve(), 'request');
				if (tab.dead) throw new Error('The tab is gone.');
				const reply = server.request(person, rows, (under.faults && left.shift()) || 'well');
				await s.schedule(Promise.resolve(), 'reply');
				if (tab.dead) throw new Error('The tab is gone.');
				return reply;
			},
		});
		return tab;
	};
	const whose = [people[0]!, people[0]!, people[1]!];
	const tabs = whose.map(open);
	server.signedIn = people[0]!;
	const running: Promise<unknown>[] = [];
	const send = (tab: (typeof tabs)[number]) => running.push(tab.outbox.send().catch(() => null));
	const put = async (tab: (typeof tabs)[number], row: Parameters<Outbox['put']>[0]) => {
		try {
			for (const kept of await tab.outbox.put(row)) acknowledged.push({ ...kept });
		} catch {
			// The device is full, and has said so.
		}
	};

	for (const event of events) {
		const tab = 'tab' in event ? tabs[event.tab]! : tabs[0]!;
		switch (event.is) {
			case 'record': {
				const id = `p${(made += 1)}`;
				const text = event.dropped && made % 5 === 0 ? 'on a dropped line' : `as seen ${id}`;
				await put(tab, { id: `r-${id}`, place: 'review', deed: 'record', about: id, body: { text } });
				break;
			}
			case 'edit': {
				const own = acknowledged.filter(({ person, deed }) => person === tab.person && deed === 'record');
				const piece = own[event.which % Math.max(1, own.length)];
				if (!piece) break;
				const before = acknowledged.filter(
					({ about, deed }) => about === piece.about && (deed === 'record' || deed === 'edit'),
				).length;
				const id = `e${(made += 1)}-${piece.about}`;
				const body = { text: `put differently ${id}`, version: before };
				await put(tab, { id, place: 'review', deed: 'edit', about: piece.about, body });
				break;
			}
			case 'photo': {
				const own = acknowledged.filter(({ person, deed }) => person === tab.person && deed === 'record');
				const piece = own[event.which % Math.max(1, own.length)];
				if (!piece) break;
				const photo = `f${(made += 1)}`;
				const file = { size: event.bytes, photo } as unknown as Blob;
				const row = { id: `r-${photo}`, place: 'review', about: piece.about, body: { photo } };
				await put(tab, { ...row, deed: 'photo', file });
				break;
			}
			case 'take back': {
				const own = acknowledged.filter(({ person, deed }) => person === tab.person && deed === 'photo');
				const row = own[event.which % Math.max(1, own.length)];
				if (!row || takenBack.includes(String(row.body['photo']))) break;
				const { place, about, body } = row;
				const instead = { id: `b${(made += 1)}`, place, about, body, deed: 'remove photo' };
				const done = tab.outbox.takeBack(row, instead).then(
					() => takenBack.push(String(body['photo'])),
					// The device is full: it stays, and its author was told.
					() => null,
				);
				running.push(done);
				break;
			}
			case 'send':
				send(tab);
				break;
			case 'settle':
				for (let tick = 0; tick < event.ticks && s.count() > 0; tick += 1) await s.waitOne();
				break;
			case 'crash':
				tab.dead = true;
				tabs[event.tab] = open(tab.person);
				break;
			case 'clock':
				clock = event.to;
				break;
			case 'sign in':
				server.signedIn = event.who;
				break;
			case 'full':
				shelf.room = event.room;
				break;
			case 'late':
				server.deliverLate();
				break;
			case 'close':
				server.closed = server.closed || left.length % 7 === 0;
				break;
		}
	}
	while (s.count() > 0) await s.waitOne();
	// In the end there is signal, and each of them signs in once more.
	under.faults = false;
	for (const [index, person] of [0, 2].entries()) {
		server.signedIn = people[index]!;
		let ended = false;
		// The first may join one under way that a fault had stopped.
		const { outbox } = tabs[person]!;
		const sent = outbox
			.send()
			.then(() => outbox.send())
			.finally(() => (ended = true));
		while (!ended) {
			if (s.count() > 0) await s.waitOne();
			else await Promise.resolve();
		}
		await sent;
		server.deliverLate();
	}
	await Promise.all(running);
	return { shelf, server, acknowledged, takenBack, overfull };
}

describe('R3 whatever network, tabs, sessions, clocks and storage do', { timeout: 600_000 }, () => {
	test('every deed kept on a device is on the server exactly once, or still on the device with the reason', async () => {
		await fc.assert(
			fc.asyncProperty(
				someEvents,
				fc.array(fc.constantFrom(...faults), { maxLength: 30, size: 'max' }),
				fc.boolean(),
				fc.scheduler(),
				async (events, script, locked, s) => {
					const { shelf, server, acknowledged, takenBack, overfull } = await live(events, script, locked, s);
					for (const row of acknowledged) {
						const kept = shelf.rows.find(({ id }) => id === row.id)!;
						expect(kept, 'it never leaves the device unsettled').toBeDefined();
						// Nobody else edits these pieces, so nothing is missing or in conflict but by a wrong order.
						if (kept.became.is === 'refused') expect(kept.became.because.is).toBe('invalid');
						const effects = server.effects.get(row.id) ?? 0;
						if (kept.became.is === 'taken') expect(effects).toBe(1);
						else if (kept.became.is === 'set aside')
							expect(takenBack, 'nothing is set aside unasked').toContain(row.body['photo']);
						else {
							expect(effects).toBe(0);
							const held = shelf.rows.some(
								({ about, order, became }) =>
									about === row.about && order <= row.order && became.is === 'refused',
							);
							expect(held, 'it is refused, or waits for one before it that is').toBe(true);
							expect(kept.file, 'with the file it had').toBe(row.file);
						}
						const settled = kept.became.is === 'taken' || kept.became.is === 'set aside';
						if (settled) expect(kept.file, 'no file stays once it is settled').toBeUndefined();
						if (kept.became.is === 'taken' && row.file) {
							const photo = String(row.body['photo']);
							const there = takenBack.includes(photo) ? [row.file, null] : [row.file];
							expect(there).toContain(server.photos.get(photo));
						}
					}
					// What a device did not promise to keep is not on the server either.
					for (const id of server.effects.keys()) expect(shelf.rows.some((row) => row.id === id)).toBe(true);
					// A photo that was taken back is not there in the end, whatever was on its way, unless its removal still waits.
					for (const photo of takenBack) {
						const waits = shelf.rows.some(
							({ deed, body, became }) =>
								deed === 'remove photo' && body['photo'] === photo && became.is === 'waiting',
						);
						if (!waits) expect(server.photos.get(photo)).toBeNull();
					}
					expect(overfull, 'no request carries more than a server takes').toEqual([]);
					// All converge: the server says of each piece what its author wrote last and it took.
					for (const [about, piece] of server.pieces) {
						const taken = shelf.rows.filter(
							(row) => row.about === about && row.became.is === 'taken' && 'text' in row.body,
						);
						expect(piece.text).toBe(taken.at(-1)!.body['text']);
					}
					expect(server.strangers, 'no device sends another person’s').toEqual([]);
				},
			),
			{ numRuns: 10_000 },
		);
	});
});
