import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayPlan } from '../access.ts';
import { focusesOfHost } from '../group-items.server.ts';
import { takeUpItemInput } from '../input.ts';
import { onReview } from './opening.server.ts';
import { placeLine } from './plan.server.ts';

/**
 * Takes up an item of the host's group as a line that asks the same (CSC-9); it is reworded like any other. Refused for what
 * does not apply to the host and for what another line takes up. An item of any other group is not there.
 */
export const takeUpItem = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, takeUpItemInput, input, mayPlan, async ({ review, input: { id, itemId }, personId }) => {
		const focuses = await focusesOfHost(ctx, review);
		const item = focuses.flatMap(({ items }) => items).find((one) => one.id === itemId);
		return placeLine(ctx, review, { id, proposedBy: personId, noRoom: (why) => ({ '': why }) }, (present) => {
			if (!item) return missing;
			if (item.notApplicable !== null)
				return invalid({ '': `It does not apply to ${review.hostName}: ${item.notApplicable}` });
			const line = present.find((one) => one.item?.id === itemId);
			if (line) return invalid({ '': `Line ${line.letter} takes it up already.` });
			return done({ question: item.words, itemId });
		});
	});
