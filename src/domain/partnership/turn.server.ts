import type { Context } from '#platform/context.ts';

/** Deeds that must see each other's whole effect on a partnership, such as its cycles or a year's groups, come one after another. */
export async function takePartnershipTurn(ctx: Context, partnershipId: string): Promise<void> {
	await ctx.db
		.selectFrom('partnership')
		.select('id')
		.where('id', '=', partnershipId)
		.forNoKeyUpdate()
		.execute();
}
