import type { Context } from '#platform/context.ts';
import { nextLetter } from '#platform/lettering.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { mayPlan } from '../access.ts';
import { earlierLines } from '../earlier.server.ts';
import { askAgainInput } from '../input.ts';
import { deletePlanAgreement, insertLinesAskedAgain } from '../plan-store.server.ts';
import { lines, usedLetters } from '../queries.server.ts';
import { planClosed } from './plan.server.ts';
import { onReview } from './opening.server.ts';

/**
 * Asks lines of the review that this one follows again (CSC-12), in their order. What is asked already stays as it is; refuses more than
 * the protocol has room for.
 */
export const askAgain = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, askAgainInput, input, mayPlan, async ({ review, input: { lineIds }, personId }) => {
		const closed = planClosed(review);
		if (closed) return closed;
		const asked = (await earlierLines(ctx, review)).filter(({ id }) => lineIds.includes(id));
		if (asked.length === 0) return done(null);
		const most = review.protocol.focus.linesAtMost;
		const room = most - (await lines(ctx, review)).length;
		if (asked.length > room)
			return invalid({
				lineIds: `Your protocol keeps a review to ${most} lines of enquiry: there is room for ${Math.max(0, room)} more.`,
			});
		const used = await usedLetters(ctx, review);
		const again = asked.map(({ id, question }) => {
			const letter = nextLetter(used);
			used.push(letter);
			return { letter, question, earlierLineId: id, proposedBy: personId };
		});
		await insertLinesAskedAgain(ctx, review, again);
		await deletePlanAgreement(ctx, review);
		return done(null);
	});
