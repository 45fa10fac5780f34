import { expect, test } from 'vitest';
import { preparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { showToHost } from '#domain/evidence/showing.server.ts';
import { forEachEngine } from '#test/database.ts';
import { makeEdition } from './deeds/writing.server.ts';
import { latestEdition } from './queries.server.ts';
import { evidence, finding, key } from './written-report.fixture.ts';

forEachEngine((database) => {
	test('CSC-26 an edition holds no words of a pupil that are parked, whether or not the host is shown them', async () => {
		const review = await preparedReview(database());
		const parked = { seen: '“I am afraid of the gate.”', outsideFocus: 'yes' };
		const ids = [await evidence(review, parked), await evidence(review, parked)];
		await finding(review, 'strength', ids);
		await finding(review, 'development', [await evidence(review)]);
		const makes = () => review.as('facilitator', (ctx) => makeEdition(ctx, { reviewId: review.reviewId }));
		expect(await makes()).toEqual({ is: 'done', value: { number: 1 } });
		for (const someone of ['host', 'coHead'] as const) {
			const edition = await review.as(someone, (ctx) => latestEdition(ctx, key(review)));
			expect(
				edition?.body.headings.map(({ findings: [first] }) => first),
				someone,
			).toMatchObject([
				{ evidence: 2, outsideFocus: true, pupils: [] },
				{ evidence: 1, pupils: [{ words: 'My marker helps me go further.', year: 'Year 4' }] },
			]);
		}
		for (const evidenceId of ids)
			await review.as('reviewer', (ctx) => showToHost(ctx, { evidenceId, reviewId: review.reviewId }));
		// Nothing that is signed has changed by it.
		expect(await makes()).toEqual({ is: 'done', value: { number: 1 } });
	});
});
