import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Told } from '#platform/solver/problem.ts';
import type { Conflict } from '../conflicts/rule.ts';
import type { GroupingAnswer, GroupingInput } from '../grouping/model.ts';

interface Key {
	partnershipId: string;
	id: string;
}

export const insertProposal = (
	ctx: Context,
	{ partnershipId, id }: Key,
	{ schoolYear, input, askedBy }: { schoolYear: string; input: GroupingInput; askedBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'proposal',
		{
			...{ partnership_id: partnershipId, id, stage: 'groups', school_year: schoolYear },
			...{ input: JSON.stringify(input), asked_by: askedBy, asked_at: ctx.now },
		},
		['asked_by'],
	);

const open = (ctx: Context, { partnershipId, id }: Key) =>
	ctx.db
		.updateTable('proposal')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('ended_at', 'is', null);

/** Writes down how far it is; gives whether it is still wanted: somebody may have asked it to stop. */
export async function tellProgress(ctx: Context, key: Key, progress: Told | null): Promise<boolean> {
	const row = await open(ctx, key)
		.set({ told_at: ctx.now, ...(progress && { progress: JSON.stringify(progress) }) })
		.returning('stop_asked_at')
		.executeTakeFirst();
	return row !== undefined && row.stop_asked_at === null;
}

export async function askToStop(ctx: Context, key: Key): Promise<void> {
	await open(ctx, key).set({ stop_asked_at: ctx.now }).execute();
}

export async function endProposal(
	ctx: Context,
	key: Key,
	ended:
		| { ending: 'answered'; answer: GroupingAnswer; conflict: Conflict | null }
		| { ending: 'stopped' | 'failed' },
): Promise<void> {
	await open(ctx, key)
		.set({
			ended_at: ctx.now,
			ending: ended.ending,
			...('answer' in ended && {
				answer: JSON.stringify(ended.answer),
				conflict: ended.conflict && JSON.stringify(ended.conflict),
			}),
		})
		.execute();
}

export async function markAdopted(ctx: Context, { partnershipId, id }: Key, by: string): Promise<void> {
	await ctx.db
		.updateTable('proposal')
		.set({ adopted_by: by, adopted_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.execute();
}
