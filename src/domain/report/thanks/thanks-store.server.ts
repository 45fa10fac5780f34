import { sql } from 'kysely';
import { rowOf, type ReviewKey } from '#domain/review/review-key.ts';
import type { Context } from '#platform/context.ts';
import type { Side } from './thanks.ts';

export interface SentThanks {
	side: Side;
	words: string;
	/** Whom it was sent to, by the names they had. */
	thanked: string[];
	sentBy: string;
	sentAt: Date;
}

/** Thanks that were sent, one from each side at the most. */
export async function sentThanks(ctx: Context, review: ReviewKey): Promise<SentThanks[]> {
	const { rows } = await sql<SentThanks>`
		select t.side, t.words, t.thanked, p.name as "sentBy", t.sent_at as "sentAt"
		from thank_you t join person p on p.id = t.sent_by
		where t.partnership_id = ${review.partnershipId} and t.review_id = ${review.id} limit 2`.execute(ctx.db);
	return rows;
}

/** Notes that a side's thanks go out. False where they did before. */
export async function insertThanks(
	ctx: Context,
	review: ReviewKey,
	thanks: { side: Side; words: string; thanked: string[]; by: string },
	keys: string[],
): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('thank_you')
		.values({
			...rowOf(review),
			side: thanks.side,
			words: thanks.words,
			thanked: JSON.stringify(thanks.thanked),
			sent_by: thanks.by,
			sent_at: ctx.now,
			keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
