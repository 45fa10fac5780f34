import type { Context } from '#platform/context.ts';
import type { Change } from './changes.ts';

/**
 * Notes a change as told to the actor's calendar. False where another process was first, by the sequence; then it must not be
 * sent.
 */
export async function noteTold(
	ctx: Context,
	partnershipId: string,
	personId: string,
	{ kind, occasion, sequence }: Change,
): Promise<boolean> {
	const told = {
		told: JSON.stringify(occasion),
		sequence,
		cancelled: kind === 'cancellation',
		told_at: ctx.now,
	};
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('calendar_entry')
		.values({
			partnership_id: partnershipId,
			uid: occasion.uid,
			review_id: occasion.reviewId,
			person_id: personId,
			...told,
		})
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'uid'])
				.doUpdateSet(told)
				.where('calendar_entry.sequence', '<', sequence),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Reviews that changed and have settled by then. For the job alone. */
export function settledChanges(
	ctx: Context,
	settledBy: Date,
): Promise<{ partnershipId: string; reviewId: string }[]> {
	return ctx.db
		.selectFrom('calendar_change')
		.select(['partnership_id as partnershipId', 'review_id as reviewId'])
		.where('changed_at', '<=', settledBy)
		.orderBy('changed_at')
		.limit(200)
		.execute();
}

/** Takes a change off, unless the review has changed again. For the job alone. */
export async function deleteChange(ctx: Context, reviewId: string, settledBy: Date): Promise<void> {
	await ctx.db
		.deleteFrom('calendar_change')
		.where('review_id', '=', reviewId)
		.where('changed_at', '<=', settledBy)
		.execute();
}
