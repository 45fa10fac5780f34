import { sql } from 'kysely';
import { rowOf, type ReviewKey } from '#domain/review/review-key.ts';
import type { Context } from '#platform/context.ts';

export async function insertCorrection(
	ctx: Context,
	review: ReviewKey,
	{ corrects, reason, by }: { corrects: number; reason: string; by: string },
	keys: string[],
): Promise<void> {
	await ctx.db
		.insertInto('correction')
		.values({
			...rowOf(review),
			corrects,
			reason,
			begun_by: by,
			begun_at: ctx.now,
			after_step: sql<number>`(select coalesce(max(number), 0) from sorting_step s
				where s.partnership_id = ${review.partnershipId} and s.review_id = ${review.id})`,
			keys,
		})
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
