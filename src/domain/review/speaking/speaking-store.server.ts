import type { Context } from '#platform/context.ts';
import { rowOf, type ReviewKey } from '../review-key.ts';

/** False where they were asked already. The host's heads know of it, and whoever is asked. */
export async function insertAsking(
	ctx: Context,
	review: ReviewKey,
	asking: { personId: string; askedBy: string },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('speaker')
		.values({
			...rowOf(review),
			person_id: asking.personId,
			asked_by: asking.askedBy,
			asked_at: ctx.now,
			keys: [`host:${review.id}`, `person:${asking.personId}`],
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** False where they were not asked. */
export async function keepAnswer(
	ctx: Context,
	review: ReviewKey,
	personId: string,
	answer: { agrees: boolean; contact: string },
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('speaker')
		.set({ ...answer, answered_at: ctx.now })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('person_id', '=', personId)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
