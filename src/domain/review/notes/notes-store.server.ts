import { sql } from 'kysely';
import type { Answers } from '#domain/form/answer.ts';
import type { Context } from '#platform/context.ts';
import { rowOf, type ReviewKey } from '../review-key.ts';

export interface KeptNotes {
	answers: Answers;
	version: number;
	writtenBy: string;
	writtenAt: Date;
}

/** The notes of one stage as they stand; null before there are any, and for those who do not read them. */
export async function keptNotes(ctx: Context, review: ReviewKey, stage: string): Promise<KeptNotes | null> {
	const { rows } = await sql<KeptNotes>`
		select n.answers, n.version, p.name as "writtenBy", n.written_at as "writtenAt"
		from stage_notes n join person p on p.id = n.written_by
		where n.partnership_id = ${review.partnershipId} and n.review_id = ${review.id} and n.stage_key = ${stage}`.execute(
		ctx.db,
	);
	return rows[0] ?? null;
}

/** More meetings than a partnership can answer by one change of its protocol. */
const mostNotes = 40;

/** The notes of a partnership's reviews, written last first, that the actor reads. */
export const latestNotes = (
	ctx: Context,
	partnershipId: string,
): Promise<{ reviewId: string; stage: string; answers: Answers; writtenAt: Date }[]> =>
	ctx.db
		.selectFrom('stage_notes')
		.select([
			'review_id as reviewId',
			'stage_key as stage',
			'written_at as writtenAt',
			sql<Answers>`answers`.as('answers'),
		])
		.where('partnership_id', '=', partnershipId)
		.orderBy('written_at', 'desc')
		.limit(mostNotes)
		.execute();

/** Keeps the notes; `version` 0 is the first. False where somebody else kept some meanwhile. */
export async function upsertNotes(
	ctx: Context,
	review: ReviewKey,
	notes: { stage: string; answers: Answers; version: number; by: string },
	keys: string[],
): Promise<boolean> {
	const row = {
		answers: JSON.stringify(notes.answers),
		version: notes.version + 1,
		written_by: notes.by,
		written_at: ctx.now,
	};
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('stage_notes')
		.values({ ...rowOf(review), stage_key: notes.stage, ...row, keys })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'review_id', 'stage_key'])
				.doUpdateSet(row)
				.where('stage_notes.version', '=', notes.version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
