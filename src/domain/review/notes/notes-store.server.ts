import { sql } from 'kysely';
import type { Answers } from '#domain/form/answer.ts';
import type { Context } from '#platform/context.ts';
import { rowOf, type ReviewKey } from '../review-key.ts';

export interface KeptNotes {
	answers: Answers;
	version: number;
	/** Null where the reader does not know them: a guest knows only the team and the host's people. */
	writtenBy: string | null;
	writtenAt: Date;
}

/** The notes of one stage as they stand; null before there are any, and for those who do not read them. */
export async function keptNotes(ctx: Context, review: ReviewKey, stage: string): Promise<KeptNotes | null> {
	const { rows } = await sql<KeptNotes>`
		select n.answers, n.version, shown_name(n.partnership_id, n.written_by) as "writtenBy", n.written_at as "writtenAt"
		from stage_notes n
		where n.partnership_id = ${review.partnershipId} and n.review_id = ${review.id} and n.stage_key = ${stage}`.execute(
		ctx.db,
	);
	return rows[0] ?? null;
}

/** More meetings after reviews than a partnership has in two years. */
const mostNotes = 100;

/** The notes of a partnership's reviews that began on `since` or later, as far as the actor reads them; the latest review first. */
export async function notesSince(
	ctx: Context,
	partnershipId: string,
	since: string,
): Promise<{ reviewId: string; stage: string; answers: Answers }[]> {
	const { rows } = await sql<{ reviewId: string; stage: string; answers: Answers }>`
		select n.review_id as "reviewId", n.stage_key as stage, n.answers
		from stage_notes n join review r on r.partnership_id = n.partnership_id and r.id = n.review_id
		where n.partnership_id = ${partnershipId} and r.first_day >= ${since}::date
		order by r.first_day desc, n.review_id, n.written_at desc limit ${mostNotes}`.execute(ctx.db);
	return rows;
}

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
