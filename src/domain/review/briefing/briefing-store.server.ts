import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { rowOf, type ReviewKey } from '../review-key.ts';
import type { Briefing } from './briefing.ts';

export interface KeptBriefing extends Briefing {
	version: number;
	writtenBy: string;
	writtenAt: Date;
}

/** The note as the host has kept it; null before it has. */
export async function keptBriefing(ctx: Context, review: ReviewKey): Promise<KeptBriefing | null> {
	const { rows } = await sql<KeptBriefing>`
		select n.words, n.for_pupils as "forPupils", n.version, p.name as "writtenBy", n.written_at as "writtenAt"
		from briefing_note n join person p on p.id = n.written_by
		where n.partnership_id = ${review.partnershipId} and n.review_id = ${review.id}`.execute(ctx.db);
	return rows[0] ?? null;
}

/** Keeps the note; `version` 0 is the first. False where another head kept one meanwhile. */
export async function upsertBriefing(
	ctx: Context,
	review: ReviewKey,
	note: Briefing & { version: number; by: string },
	keys: string[],
): Promise<boolean> {
	const row = {
		words: note.words,
		for_pupils: note.forPupils,
		version: note.version + 1,
		written_by: note.by,
		written_at: ctx.now,
	};
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('briefing_note')
		.values({ ...rowOf(review), ...row, keys })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'review_id'])
				.doUpdateSet(row)
				.where('briefing_note.version', '=', note.version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
