import type { Context } from '#platform/context.ts';
import { rowOf, type ReviewKey } from './review-key.ts';

/** Writes down that a stage is done. Of two ticks the first stands. */
export async function insertTick(
	ctx: Context,
	review: ReviewKey,
	tick: { stage: string; on: string; note: string; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('stage_tick')
		.values({
			...rowOf(review),
			id: ctx.newId(),
			stage_key: tick.stage,
			ticked_by: tick.by,
			ticked_on: tick.on,
			note: tick.note,
			ticked_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** Takes a tick back; the row stays. False where there is none. */
export async function withdrawTick(
	ctx: Context,
	review: ReviewKey,
	stage: string,
	by: string,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('stage_tick')
		.set({ withdrawn_by: by, withdrawn_at: ctx.now })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('stage_key', '=', stage)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
