import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Told } from '#platform/solver/problem.ts';
import type { Proposal } from './proposal.ts';

interface Key {
	partnershipId: string;
	id: string;
}

/** What is asked for, by whom, and for which arrangement; groups are for none. */
export interface NewProposal {
	asked: Pick<Proposal, 'stage' | 'input'>;
	schoolYear: string;
	arrangementId: string | null;
	askedBy: string;
}

export const insertProposal = (
	ctx: Context,
	{ partnershipId, id }: Key,
	{ asked, schoolYear, arrangementId, askedBy }: NewProposal,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'proposal',
		{
			...{ partnership_id: partnershipId, id, stage: asked.stage, school_year: schoolYear },
			...{ arrangement_id: arrangementId, input: JSON.stringify(asked.input) },
			...{ asked_by: askedBy, asked_at: ctx.now },
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
		| { ending: 'answered'; answer: NonNullable<Proposal['answer']>; conflicts: Proposal['conflicts'] }
		| { ending: 'stopped' | 'failed' },
): Promise<void> {
	await open(ctx, key)
		.set({
			ended_at: ctx.now,
			ending: ended.ending,
			...('answer' in ended && {
				answer: JSON.stringify(ended.answer),
				conflicts: ended.conflicts && JSON.stringify(ended.conflicts),
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
