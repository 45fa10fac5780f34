import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { acknowledgeConcern, raiseConcern } from '#domain/concern/actions.server.ts';
import { concernScreen } from '#domain/concern/screen.server.ts';
import { dueOfActions } from '#domain/agenda/actions/due.ts';
import { actionsAhead } from '#domain/agenda/actions/queries.server.ts';
import { inContext } from '#platform/context.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '../database.ts';
import { concernForm, lookWhileRaising, raised, unknowing } from './concerns.ts';
import { fullWorld, type FullWorld } from './full-world.ts';
import { rawly } from './raw.ts';

// Within the partnership, the keys on a row decide; on a team alone, the review does.

/** Read by whoever reads what they belong to. */
const readThrough = [
	...['finding_evidence', 'finding_revision', 'finding_theme', 'photo', 'photo_chunk', 'photo_removal'],
	...['action_milestone', 'action_aim'],
	...['report_update', 'report_writer', 'report_state', 'lost_words', 'report_version'],
	...['report_caret', 'report_comment', 'set_aside'],
];

forEachEngine((database) => {
	let full: FullWorld;
	beforeAll(async () => {
		full = await fullWorld(database());
	}, 300_000);

	const keyed = () => full.tables.filter(({ columns }) => columns.includes('keys'));
	const ofReviews = () => keyed().filter(({ columns }) => columns.includes('review_id'));

	test.each(['chair', 'administrator', 'outside partner'] as const)(
		'R6 a member without the keys sees nothing confidential: %s',
		async (role) => {
			const raw = rawly(database(), person(full.world.people.past[role]), full.today);
			for (const table of keyed())
				expect(await raw.sees(table, full.world.partnershipId), table.name).toBe(0);
			for (const name of readThrough)
				expect(await raw.sees(full.table(name), full.world.partnershipId), name).toBe(0);
		},
	);

	test.each(['member head', 'unbound reviewer'] as const)(
		'R6 nor does the %s, of the reviews',
		async (role) => {
			const raw = rawly(database(), person(full.world.people.past[role]), full.today);
			for (const table of ofReviews())
				expect(await raw.sees(table, full.world.partnershipId), table.name).toBe(0);
			for (const name of readThrough)
				expect(await raw.sees(full.table(name), full.world.partnershipId), name).toBe(0);
		},
	);

	test('R6 a governor sees the report that was opened to governors, with what belongs to it, and nothing else', async () => {
		const raw = rawly(database(), person(full.world.people.past.governor), full.today);
		const opened = [];
		for (const table of ofReviews())
			if ((await raw.sees(table, full.world.partnershipId)) > 0) opened.push(table.name);
		expect(opened).toEqual(['edition', 'remark', 'sign_off']);
	});

	test('whoever has the keys sees it: the tests above are not empty', async () => {
		const raw = rawly(database(), person(full.world.people.past.reviewer), full.today);
		for (const name of [
			'evidence',
			'finding',
			'edition',
			'report_document',
			'action',
			'impact',
			'baseline',
			'measurement',
			...readThrough,
		])
			expect(await raw.sees(full.table(name), full.world.partnershipId), name).toBeGreaterThan(0);
		const { partnershipId } = full.world;
		expect(await raw.inserts(full.table('decision'), full.samples.get('decision')!)).toBe(1);
		expect(await raw.updates(full.table('activity'), partnershipId)).toBeGreaterThan(0);
		expect(await raw.deletes(full.table('activity_line'), partnershipId)).toBeGreaterThan(0);
	});

	test('NFS-11 that an action is overdue stands at home for its head and its champion, and for nobody else', async () => {
		await database().asOwner((db) =>
			sql`update action set due = '2026-01-01', owner_id = null, owner = 'English leader'
				where review_id = ${full.world.reviews.past}`.execute(db),
		);
		const told = new Set<string>();
		for (const [role, id] of [...Object.entries(full.world.people.past), ['guest', full.guest] as const]) {
			const due = await inContext(database(), person(id), new Date(), async (ctx) =>
				dueOfActions(await actionsAhead(ctx, id, '2000-01-01'), ctx.today),
			);
			if (due.some(({ state }) => state === 'overdue')) told.add(role);
		}
		expect([...told].toSorted()).toEqual(['champion', 'host head']);
	});

	test('R6 a guest on a team sees that review and the frame it stands in, and nothing else', async () => {
		const frame = ['member', 'partnership', 'protocol_version'];
		const parts: Record<string, string> = {
			activity_line: 'activity',
			activity_person: 'activity',
			finding_evidence: 'finding',
			finding_revision: 'finding',
			photo_chunk: 'photo',
			photo_removal: 'evidence',
		};
		for (const { name, columns } of full.tables) {
			if (name === 'audit_entry') continue;
			const whole = parts[name];
			const review = name === 'review' ? 'id' : columns.includes('review_id') ? 'review_id' : null;
			const seen = await seenByGuest(name, whole ? `${whole}_id` : review);
			if (whole) expect(await reviewsOf(whole, seen), name).toEqual([full.world.reviews.past]);
			else if (review) expect([[], [full.world.reviews.past]], name).toContainEqual([...new Set(seen)]);
			// They sort with that partnership's words.
			else if (name === 'theme') expect(seen.length).toBeGreaterThan(0);
			else expect(seen.length, name).toBe(frame.includes(name) ? 1 : 0);
		}
	});

	test('what reads past the policies for speed gives nobody a review that they do not open to, nor whom it invites', async () => {
		const everybody = Object.values(full.world.people).flatMap((people) => Object.entries(people));
		const concerned = new Map<string, number>();
		for (const [role, id] of [...everybody, ['guest', full.guest] as const]) {
			const { rows } = await database().as(person(id), full.today, (db) =>
				sql<{ known: boolean; invited: number }>`
					select review_id in (select id from review) as known,
						(select count(*)::int from people_to_invite(review_id)) as invited
					from app_concerning_reviews('2000-01-01', 1000)`.execute(db),
			);
			for (const row of rows) expect(row, role).toEqual({ known: true, invited: 0 });
			concerned.set(role, Math.max(concerned.get(role) ?? 0, rows.length));
		}
		const of = (...roles: string[]) => roles.map((role) => Math.min(concerned.get(role)!, 1));
		expect(of('chair', 'administrator', 'host head', 'reviewer')).toEqual([1, 1, 1, 1]);
		expect(of('governor', 'member head', 'ex-member')).toEqual([0, 0, 0]);
	});

	describe('CSC-5 that a concern is there', () => {
		let looked: Awaited<ReturnType<typeof lookWhileRaising>>;
		beforeAll(async () => {
			looked = await lookWhileRaising(database(), full, new Date());
		}, 300_000);

		test.each([0, 1])(
			'R6 changes no row that anybody else reads, past all checks of the application: %i',
			(step) => {
				const [before, after] = [looked.looks[step]!, looked.looks[step + 1]!];
				for (const who of [...unknowing(step), 'nobody'] as const)
					expect(after.read.get(who), who).toEqual(before.read.get(who));
				for (const who of raised[step]!.knowing)
					expect(after.read.get(who), who).not.toEqual(before.read.get(who));
				for (const who of unknowing(step))
					expect(after.statements.get(who), who).toEqual(before.statements.get(who));
			},
		);

		test('is not told by asking for it, by answering it or by raising one under its id', async () => {
			const { concerns, as } = looked;
			const reviewId = full.world.reviews.today;
			const sent = await database().asOwner((db) => db.selectFrom('concern').select('sent_as').execute());
			for (const role of unknowing(1)) {
				for (const id of [...concerns, randomUUIDv7()]) {
					expect(await as(role, (ctx) => concernScreen(ctx, id)), role).toBeNull();
					const answer = await as(role, (ctx) => acknowledgeConcern(ctx, { concernId: id }));
					expect(answer, role).toEqual({ is: 'missing' });
				}
				const answers = new Set<string>();
				for (const id of [...sent.map(({ sent_as }) => sent_as), randomUUIDv7()]) {
					const input = { ...concernForm(true), id, reviewId };
					answers.add((await as(role, (ctx) => raiseConcern(ctx, 'http://localhost', input))).is);
				}
				expect(answers.size, role).toBe(1);
			}
		});
	});

	/** One column of all the rows of a table that the guest sees, or a null for each. */
	async function seenByGuest(table: string, column: string | null): Promise<(string | null)[]> {
		const { tenant } = full.table(table);
		const one = column ? sql.ref(column) : sql`null`;
		const { rows } = await database().as(person(full.guest), full.today, (db) =>
			sql<{ one: string | null }>`select ${one} as one from ${sql.table(table)}
				where ${sql.ref(tenant)} = ${full.world.partnershipId}`.execute(db),
		);
		return rows.map((row) => row.one);
	}

	async function reviewsOf(table: string, ids: (string | null)[]): Promise<string[]> {
		const { rows } = await database().asOwner((db) =>
			sql<{ id: string }>`select distinct review_id as id from ${sql.table(table)}
				where id = any (${ids}::uuid[])`.execute(db),
		);
		return rows.map(({ id }) => id);
	}
});
