import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { londonDay } from '#platform/context.ts';
import { nobody, person, type Principal } from '#platform/principal.ts';
import { forEachEngine } from '../database.ts';
import { fillEveryTable } from './fill.ts';
import { rawly, type Row } from './raw.ts';
import { otherTables, tenantTables, type TenantTable } from './tenant-tables.ts';
import { makeWorld, type World } from './world.ts';

const now = new Date();
const today = londonDay(now);

forEachEngine((database) => {
	let world: World;
	let guest: string;
	let tables: TenantTable[];
	const samples = new Map<string, Row>();

	beforeAll(async () => {
		world = await makeWorld(database(), now);
		guest = await guestOnPastTeam();
		await fillEveryTable(database(), world);
		tables = await tenantTables(database());
		for (const { name, tenant } of tables) {
			const row = await database().asOwner((db) =>
				sql<{
					row: Row;
				}>`select to_jsonb(t) as row from ${sql.table(name)} t where ${sql.ref(tenant)} = ${world.partnershipId} limit 1`.execute(
					db,
				),
			);
			if (row.rows[0]) samples.set(name, row.rows[0].row);
		}
	}, 300_000);

	test('R6 every table of a partnership guards its rows, and has some to guard', () => {
		expect(tables.length).toBeGreaterThan(30);
		expect(tables.filter((table) => !table.protected || table.policies === 0)).toEqual([]);
		expect(tables.filter(({ name }) => !samples.has(name)).map(({ name }) => name)).toEqual([]);
	});

	/** Whoever has no part in the partnership, the ids of its people under other names included. */
	const strangers: Record<string, () => Principal> = {
		'a head of another partnership': () => person(world.people.today['other head']),
		'one who left today': () => person(world.people.today['ex-member']),
		'one who stands nowhere': () => person(randomUUIDv7()),
		'a participant': () => ({ kind: 'participant', id: world.people.today['host head'] }),
		'a link': () => ({ kind: 'link', id: world.reviews.past }),
		'a job': () => ({ kind: 'job', name: 'reminders' }),
		nobody: () => nobody,
	};

	describe.each(Object.keys(strangers))('R6 with no check of the application in the way, %s', (who) => {
		test('sees no row of the partnership', async () => {
			const raw = rawly(database(), strangers[who]!(), today);
			for (const table of tables) expect(await raw.sees(table, world.partnershipId), table.name).toBe(0);
		});

		test('writes none, changes none and deletes none', async () => {
			const raw = rawly(database(), strangers[who]!(), today);
			for (const table of tables) {
				expect(await raw.inserts(table, samples.get(table.name)!), `insert ${table.name}`).toBe(0);
				expect(await raw.updates(table, world.partnershipId), `update ${table.name}`).toBe(0);
				expect(await raw.deletes(table, world.partnershipId), `delete ${table.name}`).toBe(0);
			}
		});
	});

	const keyed = () => tables.filter(({ columns }) => columns.includes('keys'));
	const ofReviews = () => keyed().filter(({ columns }) => columns.includes('review_id'));

	test.each(['chair', 'administrator', 'outside partner'] as const)(
		'R6 a member without the keys sees nothing confidential: %s',
		async (role) => {
			const raw = rawly(database(), person(world.people.past[role]), today);
			for (const table of keyed()) expect(await raw.sees(table, world.partnershipId), table.name).toBe(0);
			expect(await raw.sees(named('finding_evidence'), world.partnershipId)).toBe(0);
		},
	);

	test.each(['member head', 'unbound reviewer'] as const)(
		'R6 nor does the %s, of the reviews',
		async (role) => {
			const raw = rawly(database(), person(world.people.past[role]), today);
			for (const table of ofReviews()) expect(await raw.sees(table, world.partnershipId), table.name).toBe(0);
			expect(await raw.sees(named('finding_evidence'), world.partnershipId)).toBe(0);
		},
	);

	test('R6 a governor sees the report that was opened to governors, with what belongs to it, and nothing else', async () => {
		const raw = rawly(database(), person(world.people.past.governor), today);
		const opened = [];
		for (const table of ofReviews())
			if ((await raw.sees(table, world.partnershipId)) > 0) opened.push(table.name);
		expect(opened).toEqual(['edition', 'remark', 'sign_off']);
	});

	test('whoever has the keys sees it: the tests above are not empty', async () => {
		const raw = rawly(database(), person(world.people.past.reviewer), today);
		for (const name of ['evidence', 'finding', 'edition', 'report_section', 'action', 'finding_evidence'])
			expect(await raw.sees(named(name), world.partnershipId), name).toBeGreaterThan(0);
		const { partnershipId } = world;
		expect(await raw.inserts(named('decision'), samples.get('decision')!)).toBe(1);
		expect(await raw.updates(named('activity'), partnershipId)).toBeGreaterThan(0);
		expect(await raw.deletes(named('activity_line'), partnershipId)).toBeGreaterThan(0);
	});

	test('R6 a guest on a team sees that review and the frame it stands in, and nothing else', async () => {
		const frame = ['member', 'partnership', 'protocol_version'];
		const parts = ['activity_line', 'activity_person', 'finding_evidence'];
		for (const { name, columns, tenant } of tables) {
			if (name === 'audit_entry') continue;
			const review = name === 'review' ? 'id' : columns.includes('review_id') ? 'review_id' : null;
			const { rows } = await database().as(person(guest), today, (db) =>
				sql<{
					one: string | null;
				}>`select distinct ${review ? sql.ref(review) : sql`null`} as one from ${sql.table(name)}
					where ${sql.ref(tenant)} = ${world.partnershipId}`.execute(db),
			);
			const seen = rows.map(({ one }) => one);
			if (review) expect([[], [world.reviews.past]], name).toContainEqual(seen);
			else expect(seen.length, name).toBe(frame.includes(name) || parts.includes(name) ? 1 : 0);
		}
	});

	test('R6 signing in reads nothing of any partnership, and requests nothing of signing in', async () => {
		for (const { name } of tables)
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
		];
		const closed = (await otherTables(database())).filter((name) => !open.includes(name));
		expect(closed).toEqual(
			expect.arrayContaining(['session', 'verification', 'account', 'installation', 'letter']),
		);
		for (const name of closed)
			await expect(
				database().as(person(world.people.today.chair), today, (db) =>
					sql`select from ${sql.table(name)}`.execute(db),
				),
				name,
			).rejects.toThrow('permission denied');
	});

	const named = (name: string) => tables.find((table) => table.name === name)!;

	/** Somebody of the other partnership, invited to the team of the review that is over. */
	async function guestOnPastTeam(): Promise<string> {
		const id = world.people.past['other head'];
		const here = {
			partnership_id: world.partnershipId,
			review_id: world.reviews.past,
			person_id: randomUUIDv7(),
		};
		await database().asOwner(async (db) => {
			await db
				.insertInto('person')
				.values({ id: here.person_id, name: 'Guest', email: `${here.person_id}@people.example` })
				.execute();
			await db
				.insertInto('team_member')
				.values({ ...here, role: 'expert', added_by: id })
				.execute();
			await db.insertInto('confidentiality_agreement').values(here).execute();
		});
		return here.person_id;
	}
});
