import { beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { differences } from '#domain/calendar/differences.ts';
import { isSchoolDay, yearAt } from '#domain/calendar/school-calendar.ts';
import { calendarFor } from '#domain/partnership/calendar.server.ts';
import { londonDay } from '#platform/day.ts';
import { lookBacks } from '#domain/improvement/look-back/queries.server.ts';
import { actionsOf } from '#domain/improvement/queries.server.ts';
import { urgency } from '#domain/improvement/model.ts';
import { openReview } from '#domain/review/open.server.ts';
import { printPlan } from '#domain/review/printed-plan.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '../database.ts';
import { addressOf, cast, type PersonKey, schools } from '../cast.ts';
import { loadDemo } from './load.ts';

const now = new Date('2026-11-23T11:20:00Z');

forEachEngine((database) => {
	beforeAll(() => loadDemo(database(), now), 120_000);

	test('the demo is marked as one, and none of its schools can be found in a register', async () => {
		const { rows } = await asOwner<{ name: string; urns: number }>(
			database(),
			sql`select p.name, (select count(urn)::int from school) as urns from partnership p`,
		);
		expect(rows).toEqual([{ name: 'Eight Stiles Family of Schools (demo)', urns: 0 }]);
	});

	test('where it is loaded already it is left alone', async () => {
		expect(await loadDemo(database(), now)).toBe(false);
	});

	test('this school year is entered, one school trains on another day, and heads meet in each half-term', async () => {
		const [common, larkspindle] = await as('ledgerly', async (ctx) => {
			const { rows } = await sql<{ id: string; partnershipId: string }>`
				select id, partnership_id as "partnershipId" from member where name = ${schools.larkspindle.name}`.execute(
				ctx.db,
			);
			const { id, partnershipId } = rows[0]!;
			return [await calendarFor(ctx, partnershipId), await calendarFor(ctx, partnershipId, id)];
		});
		const year = yearAt(common!, londonDay(now));
		expect(year.provisional).toBe(false);
		expect(differences(year, yearAt(larkspindle!, londonDay(now)))).toHaveLength(2);
		expect(common!.meetings).toHaveLength(6);
		expect(common!.meetings.filter((day) => !isSchoolDay(common!, day))).toEqual([]);
	});

	test('NFS-7 the plan of every review prints on two sides of one sheet', async () => {
		const sides = await as('lanternby', async (ctx) => {
			const { rows } = await sql<{ id: string }>`select id from review order by first_day`.execute(ctx.db);
			const found = [];
			for (const { id } of rows) found.push((await printPlan(ctx, id))?.sides);
			return found.filter((printed) => printed !== undefined);
		});
		expect(sides.length).toBeGreaterThan(0);
		expect(Math.max(...sides)).toBeLessThanOrEqual(2);
	});

	describe('in the middle of the second cycle', () => {
		test('its reviews stand where they should', async () => {
			const stages = await as('lanternby', async (ctx) => {
				const { rows } = await sql<{ id: string }>`select id from review order by first_day`.execute(ctx.db);
				const found = [];
				for (const { id } of rows) found.push((await openReview(ctx, id))!);
				return found.map(({ hostName, stage }) => `${hostName.split(' ')[0]}: ${stage}`);
			});
			expect(stages).toEqual([
				'Fernmarsh: closed',
				'Marrowfield: closed',
				'Larkspindle: closed',
				'Tumblebrook: closed',
				'All: followed up',
				'Owlbeck: closed',
				'Quillhaven: followed up',
				'Bramblesea: followed up',
				'Tumblebrook: followed up',
				'Owlbeck: followed up',
				'Bramblesea: on the day',
				'Quillhaven: proposed',
			]);
		});

		test('some follow-up is late, and said to be', async () => {
			const late = await as('thimbleton', async (ctx) => {
				const { rows } = await sql<{ id: string; partnershipId: string }>`
					select id, partnership_id as "partnershipId" from review where host_member_id = any (
						select member_id from appointment where person_id = app_person()) order by first_day desc limit 1`.execute(
					ctx.db,
				);
				return (await actionsOf(ctx, rows[0]!)).map((action) => urgency(action, ctx.today));
			});
			expect(late).toEqual(['overdue', 'ahead']);
		});

		test('whoever has not looked back does not read what the other side wrote', async () => {
			const read = (who: PersonKey) =>
				as(who, async (ctx) => {
					const { rows } = await sql<{ id: string; partnershipId: string }>`
						select r.id, r.partnership_id as "partnershipId" from review r join member m on m.id = r.host_member_id
						where m.name = ${schools.allLarks.name}`.execute(ctx.db);
					return (await lookBacks(ctx, rows[0]!)).map(({ side }) => side);
				});
			expect(await read('buttercrane')).toEqual([]);
			expect(await read('saltmarrow')).toEqual(['team']);
		});
	});

	const as = <T>(who: PersonKey, work: (ctx: Context) => Promise<T>): Promise<T> =>
		database()
			.signIn((db) =>
				db.selectFrom('person').select('id').where('email', '=', addressOf(who)).executeTakeFirstOrThrow(),
			)
			.then(({ id }) => inContext(database(), person(id), now, work));
});

const asOwner = <R>(database: Database, query: ReturnType<typeof sql>) =>
	database.asOwner((db) => query.execute(db)) as Promise<{ rows: R[] }>;

test('nobody of the cast has an address at which a letter could arrive', () => {
	for (const key of Object.keys(cast) as PersonKey[])
		expect(addressOf(key)).toMatch(/^[a-z.]+@eight-stiles\.example$/);
});
