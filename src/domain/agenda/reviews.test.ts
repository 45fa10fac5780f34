import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { manyReviews, today } from './many-reviews.fixture.ts';
import { reviewsOf } from './reviews.server.ts';

forEachEngine((database) => {
	test('reviews of one day keep their places, whichever of them changes', async () => {
		const { home, me, partnershipId } = await manyReviews(database(), { own: 1, others: 4 });
		const listed = async () =>
			(await home.as(me, (ctx) => reviewsOf(ctx, partnershipId), today)).map(({ id }) => id);
		const before = await listed();
		expect(before).toHaveLength(5);
		for (const id of before) {
			await database().asOwner((db) => sql`update review set focus = focus where id = ${id}`.execute(db));
			expect(await listed()).toEqual(before);
		}
	});
});
