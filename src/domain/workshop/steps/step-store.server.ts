import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { OfReview } from '../store.server.ts';

export interface StepWords {
	cardId: string | null;
	findingId: string;
	title: string;
	owner: string;
	due: string;
	measureOfSuccess: string;
}

const rowOf = (ctx: Context, step: StepWords, writtenBy: string) => ({
	card_id: step.cardId,
	finding_id: step.findingId,
	title: step.title,
	owner: step.owner,
	due: step.due,
	measure_of_success: step.measureOfSuccess,
	written_by: writtenBy,
	written_at: ctx.now,
});

export const insertStep = (
	ctx: Context,
	review: OfReview,
	step: StepWords & { id: string; writtenBy: string; keys: string[] },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'workshop_step',
		{
			partnership_id: review.partnershipId,
			review_id: review.id,
			id: step.id,
			...rowOf(ctx, step, step.writtenBy),
			keys: step.keys,
		},
		['review_id'],
	);

/** Changes a step, or drops it where `words` is null; false where it is no longer at `version`. */
export async function updateStep(
	ctx: Context,
	review: OfReview,
	{ id, version }: { id: string; version: number },
	words: (StepWords & { writtenBy: string }) | null,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('workshop_step')
		.set({ version: version + 1, ...(words ? rowOf(ctx, words, words.writtenBy) : { dropped_at: ctx.now }) })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', id)
		.where('version', '=', version)
		.where('dropped_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
