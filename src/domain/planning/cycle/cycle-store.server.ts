import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Cycle } from './cycle.ts';

type Words = Pick<Cycle, 'name' | 'from' | 'to' | 'objective' | 'share'>;

const columns = ({ name, from, to, objective, share }: Words) => ({
	name,
	from_day: from,
	to_day: to,
	objective,
	share,
});

export const insertCycle = (
	ctx: Context,
	partnershipId: string,
	{ id, openedBy, ...words }: Words & { id: string; openedBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'review_cycle',
		{ partnership_id: partnershipId, id, ...columns(words), opened_by: openedBy, opened_at: ctx.now },
		['opened_by'],
	);

/** False where somebody changed it since `version`. */
export async function updateCycle(
	ctx: Context,
	partnershipId: string,
	{ id, version, ...words }: Words & { id: string; version: number },
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('review_cycle')
		.set({ ...columns(words), version: version + 1 })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** 'taken' also where the school is deferred in this cycle already. */
export const insertDeferral = (
	ctx: Context,
	{ partnershipId, cycleId }: { partnershipId: string; cycleId: string },
	deferral: { id: string; memberId: string; reason: string; decidedBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'deferral',
		{
			partnership_id: partnershipId,
			id: deferral.id,
			cycle_id: cycleId,
			member_id: deferral.memberId,
			reason: deferral.reason,
			decided_by: deferral.decidedBy,
			decided_at: ctx.now,
		},
		['cycle_id', 'member_id', 'decided_by'],
	);

/** Lifts one that stands. */
export async function liftDeferral(
	ctx: Context,
	partnershipId: string,
	{ id, liftedBy }: { id: string; liftedBy: string },
): Promise<void> {
	await ctx.db
		.updateTable('deferral')
		.set({ lifted_by: liftedBy, lifted_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('lifted_at', 'is', null)
		.execute();
}
