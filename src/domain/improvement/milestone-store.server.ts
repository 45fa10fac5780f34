import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { OfReview } from './store.server.ts';

export interface NewMilestone {
	id: string;
	actionId: string;
	words: string;
	due: string;
	addedBy: string;
}

export const insertMilestone = (ctx: Context, review: OfReview, one: NewMilestone): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'action_milestone',
		{
			...{ partnership_id: review.partnershipId, review_id: review.id, id: one.id, action_id: one.actionId },
			...{ words: one.words, due: one.due, added_by: one.addedBy, added_at: ctx.now },
		},
		['action_id', 'added_by'],
	);

const of = (review: OfReview, actionId: string) => ({
	partnership_id: review.partnershipId,
	review_id: review.id,
	action_id: actionId,
});

/** Ticks it off, or takes the tick away. What is ticked already keeps its day. */
export async function tick(
	ctx: Context,
	review: OfReview,
	{ actionId, milestoneId, by }: { actionId: string; milestoneId: string; by: string | null },
): Promise<void> {
	await ctx.db
		.updateTable('action_milestone')
		.set({ reached_by: by, reached_at: by && ctx.now })
		.where(({ and }) => and({ ...of(review, actionId), id: milestoneId }))
		.$if(by !== null, (query) => query.where('reached_at', 'is', null))
		.execute();
}

export async function deleteMilestone(
	ctx: Context,
	review: OfReview,
	{ actionId, milestoneId }: { actionId: string; milestoneId: string },
): Promise<void> {
	await ctx.db
		.deleteFrom('action_milestone')
		.where(({ and }) => and({ ...of(review, actionId), id: milestoneId }))
		.where('reached_at', 'is', null)
		.execute();
}

/** Moves the days of what is not reached. */
export async function moveMilestones(
	ctx: Context,
	review: OfReview,
	actionId: string,
	days: number,
): Promise<void> {
	await ctx.db
		.updateTable('action_milestone')
		.set({ due: sql<string>`due + ${days}::int` })
		.where(({ and }) => and(of(review, actionId)))
		.where('reached_at', 'is', null)
		.execute();
}
