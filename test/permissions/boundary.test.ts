import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { nobody, person, type Principal } from '#platform/principal.ts';
import { forEachEngine } from '../database.ts';
import { fullWorld, type FullWorld } from './full-world.ts';
import { rawly } from './raw.ts';
import { otherTables } from './tenant-tables.ts';

forEachEngine((database) => {
	let full: FullWorld;
	beforeAll(async () => {
		full = await fullWorld(database());
	}, 300_000);

	test('R6 every table of a partnership guards its rows, and has some to guard', () => {
		expect(full.tables.length).toBeGreaterThan(30);
		expect(full.tables.filter((table) => !table.protected || table.policies === 0)).toEqual([]);
		expect(full.tables.filter(({ name }) => !full.samples.has(name)).map(({ name }) => name)).toEqual([]);
	});

	/** Whoever has no part in the partnership, the ids of its people under other names included. */
	const strangers: Record<string, () => Principal> = {
		'a head of another partnership': () => person(full.world.people.today['other head']),
		'one who left today': () => person(full.world.people.today['ex-member']),
		'one who stands nowhere': () => person(randomUUIDv7()),
		'a participant': () => ({ kind: 'participant', id: full.world.people.today['host head'] }),
		'a link': () => ({ kind: 'link', id: full.world.reviews.past }),
		'a job': () => ({ kind: 'job', name: 'reminders' }),
		nobody: () => nobody,
	};

	describe.each(Object.keys(strangers))('R6 with no check of the application in the way, %s', (who) => {
		test('sees no row of the partnership', async () => {
			const raw = rawly(database(), strangers[who]!(), full.today);
			for (const table of full.tables)
				expect(await raw.sees(table, full.world.partnershipId), table.name).toBe(0);
		});

		test('writes none, changes none and deletes none', async () => {
			const raw = rawly(database(), strangers[who]!(), full.today);
			for (const table of full.tables) {
				expect(await raw.inserts(table, full.samples.get(table.name)!), `insert ${table.name}`).toBe(0);
				expect(await raw.updates(table, full.world.partnershipId), `update ${table.name}`).toBe(0);
				expect(await raw.deletes(table, full.world.partnershipId), `delete ${table.name}`).toBe(0);
			}
		});
	});

	test('R6 signing in reads nothing of any partnership, and requests nothing of signing in', async () => {
		for (const { name } of full.tables)
			await expect(
				database().signIn((db) => sql`select from ${sql.table(name)}`.execute(db)),
				name,
			).rejects.toThrow('permission denied');
		const open = [
			'migration',
			'person',
			'register_school',
			'register_link',
			'national_result',
			'reference_edition',
			// Open to each person for their own row alone; the tests beside them say so.
			'letter_choice',
			'calendar_feed',
			'receipt',
			'unavailable',
		];
		const closed = (await otherTables(database())).filter((name) => !open.includes(name));
		expect(closed).toEqual(
			expect.arrayContaining(['session', 'verification', 'account', 'installation', 'letter']),
		);
		for (const name of closed)
			await expect(
				database().as(person(full.world.people.today.chair), full.today, (db) =>
					sql`select from ${sql.table(name)}`.execute(db),
				),
				name,
			).rejects.toThrow('permission denied');
	});
});
