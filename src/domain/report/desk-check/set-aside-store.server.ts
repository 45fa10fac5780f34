import type { Context } from '#platform/context.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
}

/** The first of two who set the same aside has done so. */
export async function insertSetAside(ctx: Context, of: Of, mark: string, setBy: string): Promise<void> {
	await ctx.db
		.insertInto('set_aside')
		.values({
			partnership_id: of.partnershipId,
			review_id: of.reviewId,
			mark,
			set_by: setBy,
			set_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Nothing changes where it was not set aside, or is not any more. */
export async function deleteSetAside(ctx: Context, of: Of, mark: string): Promise<void> {
	await ctx.db
		.deleteFrom('set_aside')
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('mark', '=', mark)
		.execute();
}
