import type { ReviewKey } from '#domain/review/review-key.ts';
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
