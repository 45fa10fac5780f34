import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { countedQueries } from './counted-queries.fixture.ts';
import { home } from './home.server.ts';
import { manyReviews, today, type ManyReviews } from './many-reviews.fixture.ts';

forEachEngine((database) => {
	let many: ManyReviews;
	let one: ManyReviews;
	beforeAll(async () => {
		many = await manyReviews(database(), { own: 40, others: 120, apart: 30 });
		one = await manyReviews(database(), { own: 1 });
	}, 60_000);

	const homeOf = (person: string, day = today) => many.home.as(person, home, day);

	describe('Home shows the reviews somebody has a part in', () => {
		test('theirs and nobody else’s, however many others hold later ones', async () => {
			const { reviews } = await homeOf(many.me);
			expect(reviews.map(({ as }) => as.join())).toEqual(
				reviews.map(() => expect.stringMatching(/^(host head|facilitator)$/)),
			);
			// One every thirty days, of which Home keeps those ahead and those of two years.
			expect(reviews).toHaveLength(27);
			expect(reviews.every(({ firstDay }) => firstDay! >= addDays(today, -730))).toBe(true);
		});

		test('none to somebody of no partnership', async () => {
			const nothing = { today: [], next: [], further: [], reviews: [] };
			expect(await homeOf(await newPerson(database()))).toEqual(nothing);
		});

		test('no part to whoever leads the partnership, and what is asked of them where nobody nearer is named', async () => {
			const { reviews, next } = await homeOf(many.home.chair);
			expect({ reviews, next }).toEqual({ reviews: [], next: [] });
			const { id } = (await homeOf(many.me)).reviews.findLast(({ as }) => as.includes('host head'))!;
			const answered = {
				partnership_id: many.partnershipId,
				review_id: id,
				answers: '{}',
				answered_by: many.me,
			};
			await database().asOwner((db) =>
				db
					.insertInto('look_back')
					.values(
						(['host', 'team'] as const).map((side) => ({
							...answered,
							side,
							answered_at: `${today}T09:00:00Z`,
							keys: [],
							opens_to: [],
						})),
					)
					.execute(),
			);
			expect((await homeOf(many.home.chair)).next).toMatchObject([
				{ reviewId: id, key: 'close', state: 'due', due: '2027-02-03' },
			]);
		});

		test('not those that are closed', async () => {
			const before = await homeOf(many.me);
			const closed = before.reviews.at(-1)!.id;
			await database().asOwner((db) =>
				db
					.insertInto('closure')
					.values({ partnership_id: many.partnershipId, review_id: closed, closed_by: many.me })
					.execute(),
			);
			const after = await homeOf(many.me);
			expect(after.reviews.map(({ id }) => id)).toEqual(
				before.reviews.map(({ id }) => id).filter((id) => id !== closed),
			);
			expect(after.next.some(({ reviewId }) => reviewId === closed)).toBe(false);
		});
	});

	test('the most pressing is first, with the clause that asks for it', async () => {
		const { next } = await homeOf(many.me);
		expect(next[0]).toMatchObject({ state: 'overdue', rule: expect.stringMatching(/^(within|by) /) });
		const order = ['overdue', 'due', 'later'];
		expect(next.map(({ state }) => order.indexOf(state))).toEqual(
			next.map(({ state }) => order.indexOf(state)).toSorted(),
		);
	});

	test('many reviews are read with as many queries as one, and none of them again that nothing has changed', async () => {
		const queries = (world: ManyReviews) =>
			world.home.as(world.me, (ctx) => countedQueries(ctx, home), today);
		const touch = (world: ManyReviews) =>
			database().asOwner(async (db) => {
				await sql`update review set focus = focus where partnership_id = ${world.partnershipId}`.execute(db);
			});
		for (const world of [one, many]) {
			await queries(world);
			await touch(world);
		}
		const few = await queries(one);
		const lots = await queries(many);
		expect(few.result.reviews).toHaveLength(1);
		expect(lots.result.reviews.length).toBeGreaterThan(20);
		expect(lots.count).toBe(few.count);
		const again = await queries(many);
		expect(again.count).toBe(lots.count - 1);
		expect(again.result).toEqual(lots.result);
	});
});
