import type { Context } from '#platform/context.ts';

interface Of {
	partnershipId: string;
	reviewId: string;
}

/** Once is enough. */
export async function insertFindingTheme(
	ctx: Context,
	of: Of,
	findingId: string,
	themeId: string,
	setBy: string,
): Promise<void> {
	await ctx.db
		.insertInto('finding_theme')
		.values({
			partnership_id: of.partnershipId,
			finding_id: findingId,
			theme_id: themeId,
			review_id: of.reviewId,
			set_by: setBy,
			set_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function deleteFindingTheme(
	ctx: Context,
	of: Of,
	findingId: string,
	themeId: string,
): Promise<void> {
	await ctx.db
		.deleteFrom('finding_theme')
		.where('partnership_id', '=', of.partnershipId)
		.where('review_id', '=', of.reviewId)
		.where('finding_id', '=', findingId)
		.where('theme_id', '=', themeId)
		.execute();
}
