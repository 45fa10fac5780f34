import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';

interface HelperKey {
	partnershipId: string;
	helperId: string;
}

const keyOf = ({ partnershipId, helperId }: HelperKey) => ({
	partnership_id: partnershipId,
	helper_id: helperId,
});

/** False where the school is proposed already. */
export async function insertHelper(
	ctx: Context,
	partnershipId: string,
	helper: {
		id: string;
		requestId: string;
		askerId: string;
		memberId: string;
		named: boolean;
		proposedBy: string;
	},
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('support_helper')
		.values({
			...{
				partnership_id: partnershipId,
				id: helper.id,
				request_id: helper.requestId,
				asker_id: helper.askerId,
			},
			...{
				member_id: helper.memberId,
				named: helper.named,
				proposed_by: helper.proposedBy,
				proposed_at: ctx.now,
			},
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

export async function markTakenBack(
	ctx: Context,
	{ partnershipId, helperId }: HelperKey,
	by: string,
): Promise<void> {
	await ctx.db
		.updateTable('support_helper')
		.set({ taken_back_by: by, taken_back_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', helperId)
		.where('taken_back_at', 'is', null)
		.execute();
}

export async function insertConsent(
	ctx: Context,
	helper: HelperKey,
	{ yes, because, by }: { yes: boolean; because: string; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('helper_consent')
		.values({ ...keyOf(helper), yes, because, said_by: by, said_at: ctx.now })
		.execute();
}

export async function insertAnswer(
	ctx: Context,
	helper: HelperKey,
	{ yes, words, by }: { yes: boolean; words: string; by: string },
): Promise<void> {
	await ctx.db
		.insertInto('helper_answer')
		.values({ ...keyOf(helper), yes, words, answered_by: by, answered_at: ctx.now })
		.execute();
}

export const insertNobodyFound = (
	ctx: Context,
	partnershipId: string,
	said: { id: string; requestId: string; askerId: string; words: string; by: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'nobody_found',
		{
			...{ partnership_id: partnershipId, id: said.id, request_id: said.requestId, asker_id: said.askerId },
			...{ words: said.words, said_by: said.by, said_at: ctx.now },
		},
		['request_id', 'said_by'],
	);
