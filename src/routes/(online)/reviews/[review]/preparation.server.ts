import { mayPlan } from '#domain/review/access.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { readers, type Readers } from '#domain/review/readers.ts';
import { isPlanOpen, isTalkOpen } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import { notThere } from '../../../refusals.ts';

/** Loads a screen of the preparation for those who may see it, with whether they may change it. */
export async function preparation<T extends object>(
	ctx: Context,
	reviewId: string,
	load: (review: OpenReview) => Promise<T>,
): Promise<T & { mayPlan: boolean; mayAdd: boolean; planAgreedOn: string | null; readers: Readers }> {
	const review = await openReview(ctx, reviewId);
	if (!review?.sharing.readsPlan) notThere();
	return {
		...(await load(review)),
		mayPlan: isPlanOpen(review.stage) && mayPlan(review.roles),
		/** Lines that came up, decisions: also while the team writes. */
		mayAdd: isTalkOpen(review.stage) && mayPlan(review.roles),
		planAgreedOn: review.facts.planAgreedOn,
		readers: readers(review, 'plan'),
	};
}
