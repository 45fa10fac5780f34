import type { Context } from '#platform/context.ts';
import type { Theme } from './themes.ts';

/** False where another has that name, or the id is taken. */
export async function insertTheme(
	ctx: Context,
	partnershipId: string,
	theme: Pick<Theme, 'id' | 'label' | 'keywords'>,
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('theme')
		.values({
			partnership_id: partnershipId,
			id: theme.id,
			label: theme.label,
			keywords: [...theme.keywords],
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** False where somebody changed it since `version`. */
export async function replaceTheme(
	ctx: Context,
	partnershipId: string,
	{ id, label, keywords, retired, version }: Theme,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('theme')
		.set({ label, keywords: [...keywords], retired_at: retired ? ctx.now : null, version: version + 1 })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
