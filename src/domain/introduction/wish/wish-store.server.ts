import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';

/** 'taken' also where the school wishes it already. */
export const insertWish = (
	ctx: Context,
	{
		partnershipId,
		id,
		memberId,
		themeId,
		words,
	}: { partnershipId: string; id: string; memberId: string; themeId: string; words: string },
	by: string,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'focus_wish',
		{
			...{ partnership_id: partnershipId, id, member_id: memberId, theme_id: themeId, words },
			...{ wished_by: by, wished_at: ctx.now },
		},
		['member_id', 'theme_id'],
	);

export async function markTakenBack(
	ctx: Context,
	{ partnershipId, memberId, wishId }: { partnershipId: string; memberId: string; wishId: string },
): Promise<void> {
	await ctx.db
		.updateTable('focus_wish')
		.set({ taken_back_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('member_id', '=', memberId)
		.where('id', '=', wishId)
		.where('taken_back_at', 'is', null)
		.execute();
}
