import { onReview } from '#domain/review/deeds/opening.server.ts';
import { isBeingCorrected } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { mayClose } from '../access.ts';
import { closeReviewInput } from '../input.ts';
import { lookBackState, waitsToClose } from '../look-back/look-back.ts';
import { insertClosure } from '../store.server.ts';

/** Ends a review that has been looked back on. Its actions can still be reported on; nothing new is added to it. */
export const closeReview = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, closeReviewInput, input, mayClose, async ({ review, personId }) => {
		if (waitsToClose(review.protocol, review.facts, ctx.today)) {
			const { awaited } = lookBackState(review.protocol.followUp.lookBack.sides, review.facts.lookBack);
			const whom = awaited.map((side) => (side === 'host' ? 'the host' : 'the team')).join(' and ');
			return invalid({
				'': `A review is closed once it has been looked back on. ${whom[0]!.toUpperCase()}${whom.slice(1)} has still to answer.`,
			});
		}
		if (isBeingCorrected(review.facts))
			return invalid({
				'': 'Its report is being corrected. Publish that edition, or leave the report as it is, first.',
			});
		await insertClosure(ctx, review, personId);
		return done(null);
	});
