import { maySeePreparation } from '#domain/review/access.ts';
import { readableNow } from '#domain/report/queries.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { isOnTeam } from '#domain/review/roles.ts';
import { notThere } from '../../refusals.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
	const opened = await locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		return review && { review, reads: await readableNow(ctx, review) };
	});
	if (!opened) notThere();
	const { review, reads } = opened;
	const { facts, stage, roles, bound, protocol } = review;
	return {
		review: {
			id: review.id,
			partnershipId: review.partnershipId,
			hostName: review.hostName,
			focus: review.focus,
			stage,
			firstDay: facts.firstDay,
			lastDay: facts.lastDay,
			roles: [...roles],
			bound,
			reads,
			onTeam: isOnTeam(roles),
			hostHead: roles.has('host head'),
			seesPreparation: maySeePreparation(roles, protocol),
		},
	};
};
