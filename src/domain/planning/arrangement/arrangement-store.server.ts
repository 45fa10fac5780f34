import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Overrides } from './arrangement.ts';
import type { Wishes } from './wishes.ts';

interface Key {
	partnershipId: string;
	id: string;
}

export const insertArrangement = (
	ctx: Context,
	{ partnershipId, id }: Key,
	{
		cycleId,
		name,
		wishes,
		overrides,
		by,
	}: {
		cycleId: string;
		name: string;
		wishes: Wishes;
		overrides: Overrides;
		by: string;
	},
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'arrangement',
		{
			...{ partnership_id: partnershipId, id, cycle_id: cycleId, name, begun_by: by, begun_at: ctx.now },
			...{ wishes: JSON.stringify(wishes), overrides: JSON.stringify(overrides) },
		},
		['begun_by'],
	);

/** Gives false where somebody else changed it since `version`, or it was confirmed. */
async function update(
	ctx: Context,
	{ partnershipId, id }: Key,
	version: number,
	set: { overrides?: string; wishes?: string },
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('arrangement')
		.set({ ...set, version: version + 1 })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('version', '=', version)
		.where('confirmed_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export const updateWishes = (ctx: Context, key: Key, version: number, wishes: Wishes): Promise<boolean> =>
	update(ctx, key, version, { wishes: JSON.stringify(wishes) });

/** Takes a step: the overrides as they are after it, with those there were before, to go back to. */
export async function takeStep(
	ctx: Context,
	{ partnershipId, id }: Key,
	{
		version,
		before,
		after,
		words,
		by,
	}: {
		version: number;
		before: Overrides;
		after: Overrides;
		words: string;
		by: string;
	},
): Promise<boolean> {
	if (!(await update(ctx, { partnershipId, id }, version, { overrides: JSON.stringify(after) })))
		return false;
	await sql`
		insert into arrangement_step (partnership_id, arrangement_id, number, words, before, taken_by, taken_at)
		select ${partnershipId}, ${id}, coalesce(max(number), 0) + 1, ${words}, ${JSON.stringify(before)}::jsonb, ${by}, ${ctx.now}
		from arrangement_step where partnership_id = ${partnershipId} and arrangement_id = ${id}`.execute(ctx.db);
	return true;
}

/** Goes back to before a step. False where somebody else changed the arrangement since `version`. */
export async function undoStep(
	ctx: Context,
	{ partnershipId, id }: Key,
	version: number,
	{ number, before }: { number: number; before: Overrides },
): Promise<boolean> {
	if (!(await update(ctx, { partnershipId, id }, version, { overrides: JSON.stringify(before) })))
		return false;
	await ctx.db
		.updateTable('arrangement_step')
		.set({ undone_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('arrangement_id', '=', id)
		.where('number', '=', number)
		.execute();
	return true;
}

/** False where somebody changed or confirmed it since `version`. */
export async function markConfirmed(
	ctx: Context,
	{ partnershipId, id }: Key,
	version: number,
	by: string,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('arrangement')
		.set({ confirmed_by: by, confirmed_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('version', '=', version)
		.where('confirmed_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
