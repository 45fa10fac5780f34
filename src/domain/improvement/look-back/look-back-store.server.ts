import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { of, type OfReview } from '../store.server.ts';
import type { LookBackSide } from './look-back.ts';

/** A side's answers, read by `keys` until the look-back is whole and by `opensTo` from then on. */
export interface NewLookBack {
	side: LookBackSide;
	answers: unknown;
	answeredBy: string;
	keys: string[];
	opensTo: string[];
}

/** False where the side has answered before. */
export async function insertLookBack(ctx: Context, review: OfReview, answer: NewLookBack): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('look_back')
		.values({
			...of(review),
			side: answer.side,
			answers: JSON.stringify(answer.answers),
			answered_by: answer.answeredBy,
			answered_at: ctx.now,
			keys: answer.keys,
			opens_to: answer.opensTo,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** Puts a side's answers right and keeps what they were. False where they are no longer at `version`, or are none. */
export async function updateLookBack(
	ctx: Context,
	review: OfReview,
	{ side, answers, answeredBy }: Pick<NewLookBack, 'side' | 'answers' | 'answeredBy'>,
	version: number,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('look_back')
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('side', '=', side)
		.where('version', '=', version)
		.set({
			answers: JSON.stringify(answers),
			answered_by: answeredBy,
			answered_at: ctx.now,
			version: version + 1,
			former: sql<string>`former || jsonb_build_object('answers', answers, 'by', answered_by, 'at', answered_at)`,
		})
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Opens both sides' answers to each other and to whom the protocol says; nothing while one side is awaited. */
export async function openLookBack(ctx: Context, review: OfReview): Promise<void> {
	await sql`select open_look_back(${review.partnershipId}, ${review.id})`.execute(ctx.db);
}
