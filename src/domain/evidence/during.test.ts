import { randomUUIDv7 } from 'node:crypto';
import { expect, test } from 'vitest';
import { removeActivity } from '#domain/review/deeds/plan.server.ts';
import { forEachEngine } from '#test/database.ts';
import { recordEvidence } from './actions.server.ts';
import { preparedReview } from './prepared-review.fixture.ts';
import { evidenceOf } from './queries.server.ts';

forEachEngine((database) => {
	test('what was seen during an activity outlives it on the timetable', async () => {
		const review = await preparedReview(database());
		const { reviewId, activityId } = review;
		const piece = {
			id: randomUUIDv7(),
			reviewId,
			activityId,
			source: 'pupils',
			kind: 'note',
			seen: 'A queue.',
		};
		await review.as('reviewer', (ctx) => recordEvidence(ctx, piece));
		expect(await review.as('reviewer', (ctx) => removeActivity(ctx, { reviewId, activityId }))).toMatchObject(
			{ is: 'done' },
		);
		const kept = await review.as('reviewer', (ctx) =>
			evidenceOf(ctx, { partnershipId: review.partnershipId, id: reviewId }),
		);
		expect(kept).toMatchObject([{ seen: 'A queue.', activityId: null }]);
	});
});
