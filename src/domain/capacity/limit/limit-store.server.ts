import type { Context } from '#platform/context.ts';
import type { Limit } from './limit.ts';

/** Keeps a person's own limit. False where somebody has changed it since `version`, which is 0 before the first. */
export async function setOwnLimit(
	ctx: Context,
	partnershipId: string,
	personId: string,
	{ daysATerm, daysAYear, version, setBy }: Limit & { version: number; setBy: string },
): Promise<boolean> {
	const row = {
		...{ days_a_term: daysATerm, days_a_year: daysAYear },
		...{ version: version + 1, set_by: setBy, set_at: ctx.now },
	};
	if (version === 0) {
		const { numInsertedOrUpdatedRows } = await ctx.db
			.insertInto('release_limit')
			.values({ partnership_id: partnershipId, person_id: personId, ...row })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		return numInsertedOrUpdatedRows === 1n;
	}
	const { numUpdatedRows } = await ctx.db
		.updateTable('release_limit')
		.set(row)
		.where('partnership_id', '=', partnershipId)
		.where('person_id', '=', personId)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
