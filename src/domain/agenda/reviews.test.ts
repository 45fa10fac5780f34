import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { published } from '#domain/report/written-report.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { manyReviews, today } from './many-reviews.fixture.ts';
import { reviewsOf } from './reviews.server.ts';

forEachEngine((database) => {
	test('NFS-25 a report that is late is listed with the day it was due, until it is out', async () => {
		const review = await preparedReview(database());
		const was = async (day: string) =>
			(await review.as('chair', (ctx) => reviewsOf(ctx, review.partnershipId), day))[0]!.reportWasDue;
		expect(await was('2026-11-20')).toBeNull();
		expect(await was('2027-01-20')).toMatch(/^2026-1[12]-/);
		await published(review);
		expect(await was('2027-01-20')).toBeNull();
	});

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
