import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { DataLookedAt } from './group-data.ts';

interface GroupKey {
	partnershipId: string;
	groupId: string;
}

export const insertData = (
	ctx: Context,
	{ partnershipId, groupId }: GroupKey,
	{ id, measure, together, why, by }: DataLookedAt & { by: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'group_data',
		{
			...{ partnership_id: partnershipId, group_id: groupId, id, measure, together, why },
			...{ chosen_by: by, chosen_at: ctx.now },
		},
		['group_id', 'chosen_by'],
	);

export async function takeOffData(
	ctx: Context,
	{ partnershipId, groupId }: GroupKey,
	{ id, by }: { id: string; by: string },
): Promise<void> {
	await ctx.db
		.updateTable('group_data')
		.set({ taken_off_by: by, taken_off_at: ctx.now })
		.where(({ and }) => and({ partnership_id: partnershipId, group_id: groupId, id }))
		.where('taken_off_at', 'is', null)
		.execute();
}
