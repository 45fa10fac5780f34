import { needOf } from '#domain/protocol/of-kind.ts';
import { keysFor } from '#domain/review/readers.ts';
import { answerSchema } from '#domain/form/answer.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import { isBeingCorrected } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayAnswerLookBack, mayClose } from '../access.ts';
import { closeReviewInput, lookBackInput } from '../input.ts';
import { lookBackState, sideOf, type LookBackSide } from '../model.ts';
import { lookBacks } from '../queries.server.ts';
import * as store from '../store.server.ts';

/**
 * Answers the protocol's look-back for the host or for the team (CEN-9): one set of answers a side. Each side reads its own
 * alone until both have answered; then both open to whoever the protocol says. Refused before publication. Where a colleague
 * has answered for the side meanwhile, what stands comes back beside what was typed.
 */
export const answerLookBack = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, lookBackInput, input, mayAnswerLookBack, async ({ review, input: { answers }, personId }) => {
		const side = sideOf(review.roles);
		const { form, sides } = review.protocol.followUp.lookBack;
		if (!side || !sides.includes(side) || !review.bound) return denied;
		if (!review.followUpOpen)
			return invalid({ '': 'You look back on a published report. It is not published yet.' });
		const read = readInput(answerSchema(review.protocol.forms[form]!.questions), answers);
		if (!read.ok) return invalid(read.fields);

		const opensTo = keysFor('look-back', review);
		const inserted = await store.insertLookBack(ctx, review, {
			side,
			answers: read.value,
			answeredBy: personId,
			keys: sides.length === 1 ? opensTo : [ownKey(side, review.id)],
			opensTo,
		});
		if (!inserted) {
			const standing = (await lookBacks(ctx, review)).find((answer) => answer.side === side);
			return sentAgain(standing, { answers: read.value }, null);
		}
		await store.openLookBack(ctx, review);
		return done(null);
	});

const ownKey = (side: LookBackSide, reviewId: string) => `${side}:${reviewId}`;

/** Ends a review that has been looked back on. Its actions can still be reported on; nothing new is added to it. */
export const closeReview = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, closeReviewInput, input, mayClose, async ({ review, personId }) => {
		const { awaited } = lookBackState(review.protocol.followUp.lookBack.sides, review.facts.lookBack);
		if (awaited.length > 0 && needOf(review.protocol, 'looked back') === 'must') {
			const whom = awaited.map((side) => (side === 'host' ? 'the host' : 'the team')).join(' and ');
			return invalid({
				'': `A review is closed once it has been looked back on. ${whom[0]!.toUpperCase()}${whom.slice(1)} has still to answer.`,
			});
		}
		if (isBeingCorrected(review.facts))
			return invalid({
				'': 'Its report is being corrected. Publish that edition, or leave the report as it is, first.',
			});
		await store.insertClosure(ctx, review, personId);
		return done(null);
	});
