import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { GroupItem, GroupPart } from './group-focus.ts';

interface GroupKey {
	partnershipId: string;
	groupId: string;
}

const rowOf = ({ partnershipId, groupId }: GroupKey) => ({
	partnership_id: partnershipId,
	group_id: groupId,
});

/** Others' deeds on the group's focus wait until this one is whole, so that no letter is given twice. */
export async function takeTurn(ctx: Context, { partnershipId, groupId }: GroupKey): Promise<void> {
	await ctx.db
		.selectFrom('member_group')
		.select('id')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', groupId)
		.forNoKeyUpdate()
		.execute();
}

/** Writes the focus, or changes it; false where somebody changed it since `version`. */
export async function upsertFocus(
	ctx: Context,
	group: GroupKey,
	{ words, version, writtenBy }: { words: string; version: number; writtenBy: string },
): Promise<boolean> {
	const row = { words, version: version + 1, written_by: writtenBy, written_at: ctx.now };
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('group_focus')
		.values({ ...rowOf(group), ...row })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'group_id'])
				.doUpdateSet(row)
				.where('group_focus.version', '=', version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export const insertItem = (
	ctx: Context,
	group: GroupKey,
	{
		id,
		letter,
		form,
		words,
		addedBy,
	}: Pick<GroupItem, 'id' | 'letter' | 'form' | 'words'> & { addedBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'group_item',
		{ ...rowOf(group), id, letter, form, words, added_by: addedBy, added_at: ctx.now },
		['group_id', 'added_by'],
	);

/** False where somebody changed it since `version`. */
export async function updateItem(
	ctx: Context,
	group: GroupKey,
	{ id, form, words, version }: Pick<GroupItem, 'id' | 'form' | 'words' | 'version'>,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('group_item')
		.set({ form, words, version: version + 1 })
		.where('partnership_id', '=', group.partnershipId)
		.where('group_id', '=', group.groupId)
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function dropItem(ctx: Context, group: GroupKey, itemId: string): Promise<void> {
	await ctx.db
		.updateTable('group_item')
		.set({ dropped_at: ctx.now })
		.where('partnership_id', '=', group.partnershipId)
		.where('group_id', '=', group.groupId)
		.where('id', '=', itemId)
		.execute();
}

/** Says what concerns a school, or something else than before; false where somebody did since `version`. */
export async function upsertPart(
	ctx: Context,
	group: GroupKey,
	part: Pick<GroupPart, 'memberId' | 'aspect' | 'notApplicable' | 'reason' | 'version'> & { saidBy: string },
): Promise<boolean> {
	const row = {
		aspect: part.aspect,
		not_applicable: [...part.notApplicable],
		reason: part.reason,
		version: part.version + 1,
		said_by: part.saidBy,
		said_at: ctx.now,
	};
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('group_part')
		.values({ ...rowOf(group), member_id: part.memberId, ...row })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'group_id', 'member_id'])
				.doUpdateSet(row)
				.where('group_part.version', '=', part.version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
