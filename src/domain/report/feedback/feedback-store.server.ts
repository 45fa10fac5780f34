import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { rowOf, type ReviewKey } from '#domain/review/review-key.ts';
import type { Hearers } from './feedback.ts';

export interface FeedbackNote {
	hearers: Hearers;
	said: string[];
	leftOut: string[];
	words: string;
	version: number;
	writtenBy: string;
}

/** What the team has settled on, one note for each circle of hearers. */
export async function feedbackNotes(ctx: Context, review: ReviewKey): Promise<FeedbackNote[]> {
	const { rows } = await sql<FeedbackNote>`
		select n.hearers, n.said, n.left_out as "leftOut", n.words, n.version, p.name as "writtenBy"
		from feedback_note n join person p on p.id = n.written_by
		where n.partnership_id = ${review.partnershipId} and n.review_id = ${review.id} limit 10`.execute(ctx.db);
	return rows;
}

/** Keeps a note; `version` 0 is the first. False where somebody kept another meanwhile. */
export async function upsertFeedbackNote(
	ctx: Context,
	review: ReviewKey,
	note: Omit<FeedbackNote, 'writtenBy'> & { by: string },
	keys: string[],
): Promise<boolean> {
	const row = {
		said: note.said,
		left_out: note.leftOut,
		words: note.words,
		version: note.version + 1,
		written_by: note.by,
		written_at: ctx.now,
	};
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('feedback_note')
		.values({ ...rowOf(review), hearers: note.hearers, ...row, keys })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'review_id', 'hearers'])
				.doUpdateSet(row)
				.where('feedback_note.version', '=', note.version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
