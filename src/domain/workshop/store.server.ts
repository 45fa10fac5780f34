import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';

export type OfReview = Pick<OpenReview, 'partnershipId' | 'id'>;

/** Writes the workshop up, or a correction of it; false where it is no longer at `version`. */
export async function upsertWorkshop(
	ctx: Context,
	review: OfReview,
	workshop: { heldOn: string; outcome: string; version: number; recordedBy: string; keys: string[] },
): Promise<boolean> {
	const row = {
		held_on: workshop.heldOn,
		outcome: workshop.outcome,
		version: workshop.version + 1,
		recorded_by: workshop.recordedBy,
		recorded_at: ctx.now,
		keys: workshop.keys,
	};
	if (workshop.version === 0) {
		const { numInsertedOrUpdatedRows } = await ctx.db
			.insertInto('workshop')
			.values({ partnership_id: review.partnershipId, review_id: review.id, ...row })
			.onConflict((conflict) => conflict.doNothing())
			.executeTakeFirst();
		return numInsertedOrUpdatedRows === 1n;
	}
	const { numUpdatedRows } = await ctx.db
		.updateTable('workshop')
		.set(row)
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('version', '=', workshop.version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
