import type { Context } from '#platform/context.ts';

/** Sets the cost of a day. False where somebody has changed it since `version`, which is 0 before the first. */
export async function setReleaseCost(
	ctx: Context,
	partnershipId: string,
	{ pounds, version, setBy }: { pounds: number; version: number; setBy: string },
): Promise<boolean> {
	const row = { pounds, version: version + 1, set_by: setBy, set_at: ctx.now };
	const written =
		version === 0
			? await ctx.db
					.insertInto('release_cost')
					.values({ partnership_id: partnershipId, ...row })
					.onConflict((conflict) => conflict.doNothing())
					.executeTakeFirst()
			: await ctx.db
					.updateTable('release_cost')
					.set(row)
					.where('partnership_id', '=', partnershipId)
					.where('version', '=', version)
					.executeTakeFirst();
	return ('numUpdatedRows' in written ? written.numUpdatedRows : written.numInsertedOrUpdatedRows) === 1n;
}
