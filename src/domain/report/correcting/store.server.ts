import { rowOf, type ReviewKey } from '#domain/review/review-key.ts';
import type { Context } from '#platform/context.ts';

/** What is wrong with an edition that is out, and who said so. */
export interface Correction {
	/** The edition that it corrects. */
	corrects: number;
	reason: string;
	begunBy: string;
	begunAt: Date;
}

/** The correction of an edition, to those who write and the host's heads; null where there is none for the actor. */
export async function correctionOf(
	ctx: Context,
	review: ReviewKey,
	edition: number,
): Promise<Correction | null> {
	const found = await ctx.db
		.selectFrom('correction')
		.innerJoin('person', 'person.id', 'correction.begun_by')
		.select(['corrects', 'reason', 'person.name as begunBy', 'begun_at as begunAt'])
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('corrects', '=', edition)
		.executeTakeFirst();
	return found ?? null;
}

export async function insertCorrection(
	ctx: Context,
	review: ReviewKey,
	{ corrects, reason, by }: { corrects: number; reason: string; by: string },
	keys: string[],
): Promise<void> {
	await ctx.db
		.insertInto('correction')
		.values({ ...rowOf(review), corrects, reason, begun_by: by, begun_at: ctx.now, keys })
		.execute();
}

export async function deleteCorrection(ctx: Context, review: ReviewKey, corrects: number): Promise<void> {
	await ctx.db
		.deleteFrom('correction')
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('corrects', '=', corrects)
		.execute();
}

/** Leaves the editions before one to those who wrote them: what was wrong is not read further. */
export async function closeEarlierEditions(
	ctx: Context,
	review: ReviewKey,
	edition: number,
	keys: string[],
): Promise<void> {
	await ctx.db
		.updateTable('edition')
		.set({ keys })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('number', '<', edition)
		.execute();
	await ctx.db
		.updateTable('sign_off')
		.set({ keys })
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('edition_number', '<', edition)
		.execute();
}
