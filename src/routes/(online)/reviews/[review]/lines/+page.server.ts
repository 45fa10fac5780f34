import { randomUUIDv7 } from 'node:crypto';
import { dataOfGroups } from '#domain/outcome/group-data/queries.server.ts';
import { addLine, askForSuggestions, changeLine, dropLine } from '#domain/review/deeds/plan.server.ts';
import { takeUpItem } from '#domain/review/deeds/group-items.server.ts';
import { askAgain } from '#domain/review/deeds/asking-again.server.ts';
import { earlierLines } from '#domain/review/earlier.server.ts';
import { focusesOfHost } from '#domain/review/group-items.server.ts';
import { mayAskForSuggestions } from '#domain/review/access.ts';
import { isTalkOpen } from '#domain/review/stage.ts';
import { onlyWhereAsked } from '#domain/review/suggestions.ts';
import { lines } from '#domain/review/queries.server.ts';
import { preparation } from '../preparation.server.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within((ctx) =>
		preparation(ctx, params.review, async (review) => {
			const own = await lines(ctx, review);
			return {
				id: randomUUIDv7(),
				/** What the host's groups look at (CSC-8). */
				data: await dataOfGroups(ctx, review.partnershipId, review.facts.groupIds),
				lines: own,
				most: review.protocol.focus.linesAtMost,
				/** Suggestions are made only for lines for which the host asks for some (CSC-15), and whether this person may. */
				suggestions: onlyWhereAsked(review.protocol)
					? { asks: mayAskForSuggestions(review.roles) && isTalkOpen(review.stage) }
					: null,
				/** What the host's groups look into, with the items that no line takes up yet (CSC-9). */
				groups: (await focusesOfHost(ctx, review)).map((focus) => ({
					...focus,
					hasItems: focus.items.length > 0,
					items: focus.items
						.filter(({ id }) => !own.some(({ item }) => item?.id === id))
						.map((item) => ({ ...item, lineId: randomUUIDv7() })),
				})),
				/** Questions of the review it follows that it does not ask yet, as far as this person reads them (CSC-12). */
				earlier: await earlierLines(ctx, review),
			};
		}),
	);

export const actions: Actions = {
	add: onThisReview(addLine, '/lines'),
	askAgain: onThisReview(askAgain, '/lines'),
	takeUp: onThisReview(takeUpItem, '/lines'),
	change: onThisReview(changeLine, '/lines'),
	drop: onThisReview(dropLine, '/lines'),
	suggestions: onThisReview(askForSuggestions, '/lines'),
};
