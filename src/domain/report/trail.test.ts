import { expect, test } from 'vitest';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { trailFrom } from './trail.server.ts';
import { findingsOf } from './queries.server.ts';
import { key, published, upForSigning } from './written-report.fixture.ts';

forEachEngine((database) => {
	test('KSA-14 a review begins from a finding, for whoever reads it and once the report is out for the host', async () => {
		const review = await preparedReview(database());
		const trailFor = (someone: keyof PreparedReview['people'], id: string) =>
			review.as(someone, (ctx) => trailFrom(ctx, review.reviewId, id));
		await upForSigning(review);
		const [finding] = await review.as('reviewer', (ctx) => findingsOf(ctx, key(review)));
		for (const someone of ['otherHead', 'governor', 'outsider'] as const)
			expect(await trailFor(someone, finding!.id), someone).toBeNull();
		expect(await trailFor('reviewer', review.reviewId)).toBeNull();

		const other = await preparedReview(database());
		await published(other);
		const [open] = await other.as('host', (ctx) => findingsOf(ctx, key(other)));
		expect(await other.as('host', (ctx) => trailFrom(ctx, other.reviewId, open!.id))).toEqual({
			partnershipId: other.partnershipId,
			hostMemberId: other.hostMemberId,
			followsId: other.reviewId,
			focus: open!.seen,
		});
		expect(await other.as('host', (ctx) => trailFrom(ctx, other.reviewId, finding!.id))).toBeNull();
	});
});
