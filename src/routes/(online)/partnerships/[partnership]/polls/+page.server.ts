import { askableBy } from '#domain/capacity/poll/opening.server.ts';
import { isOpen } from '#domain/capacity/poll/poll.ts';
import { pollsOf } from '#domain/capacity/poll/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { notThere } from '../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		if (!standing) return null;
		const polls = await pollsOf(ctx, partnership);
		return {
			polls: polls.map((poll) => ({ ...poll, open: isOpen(poll, ctx.today) })),
			asks: (await askableBy(ctx, standing)).length > 0,
		};
	});
	return found ?? notThere();
};
