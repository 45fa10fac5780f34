import { sql } from 'kysely';
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

/** Puts the themes of others on a finding as well, as those who chose them. */
export async function copyFindingThemes(
	ctx: Context,
	of: Of,
	findingId: string,
	others: readonly string[],
): Promise<void> {
	await sql`
		insert into finding_theme (partnership_id, finding_id, theme_id, review_id, set_by, set_at)
		select partnership_id, ${findingId}, theme_id, review_id, set_by, set_at from finding_theme
		where partnership_id = ${of.partnershipId} and review_id = ${of.reviewId} and finding_id = any (${[...others]}::uuid[])
		on conflict do nothing`.execute(ctx.db);
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
