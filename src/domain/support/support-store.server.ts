import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Expertise, Need } from './model.ts';

/** 'taken' also where the school offers something in this theme already. */
export const insertExpertise = (
	ctx: Context,
	partnershipId: string,
	offer: Pick<
		Expertise,
		'id' | 'memberId' | 'themeId' | 'ways' | 'words' | 'who' | 'phases' | 'daysATerm'
	> & {
		offeredBy: string;
	},
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'expertise',
		{
			partnership_id: partnershipId,
			id: offer.id,
			member_id: offer.memberId,
			theme_id: offer.themeId,
			ways: offer.ways,
			words: offer.words,
			who: offer.who,
			phases: offer.phases,
			days_a_term: offer.daysATerm,
			offered_by: offer.offeredBy,
			offered_at: ctx.now,
		},
		['member_id', 'theme_id', 'offered_by'],
	);

/** Notes with which finding an offer began. */
export async function insertFound(
	ctx: Context,
	found: { partnershipId: string; expertiseId: string; findingId: string; reviewId: string },
): Promise<void> {
	await ctx.db
		.insertInto('expertise_found')
		.values({
			partnership_id: found.partnershipId,
			expertise_id: found.expertiseId,
			finding_id: found.findingId,
			review_id: found.reviewId,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

export async function withdrawExpertise(
	ctx: Context,
	{ partnershipId, memberId }: { partnershipId: string; memberId: string },
	{ id, by }: { id: string; by: string },
): Promise<void> {
	await ctx.db
		.updateTable('expertise')
		.set({ withdrawn_by: by, withdrawn_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('member_id', '=', memberId)
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null)
		.execute();
}

/** Adds a statement under the next number; false where another has it by now. */
export async function insertNeed(
	ctx: Context,
	partnershipId: string,
	need: Pick<Need, 'memberId' | 'number' | 'status' | 'themeIds' | 'words'> & { statedBy: string },
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('need')
		.values({
			partnership_id: partnershipId,
			member_id: need.memberId,
			number: need.number,
			status: need.status,
			theme_ids: need.themeIds,
			words: need.words,
			stated_by: need.statedBy,
			stated_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
