import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { openedTo } from '../opened-to.ts';
import type { SchoolYear } from '../year.ts';
import type { YearComment } from './queries.server.ts';

interface Said {
	partnershipId: string;
	schoolId: string;
	measure: string;
	year: SchoolYear;
	words: string;
	by: string;
	keys: string[];
}

/** False where something is said of that year already, seen or unseen. */
export async function insertComment(ctx: Context, said: Said): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('outcome_comment')
		.values({
			partnership_id: said.partnershipId,
			school_id: said.schoolId,
			measure: said.measure,
			year: said.year,
			words: said.words,
			version: 1,
			written_by: said.by,
			written_at: ctx.now,
			keys: said.keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/**
 * Says it otherwise; what was said before stays under it. False where its version has moved on.
 * @param circles keys of those who read it besides the school's staff; null where that stays as it is
 */
export async function changeComment(
	ctx: Context,
	before: YearComment,
	said: Omit<Said, 'keys'>,
	circles: readonly string[] | null,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('outcome_comment')
		.set({
			words: said.words,
			version: before.version + 1,
			written_by: said.by,
			written_at: ctx.now,
			former: sql<string>`former || jsonb_build_array(jsonb_build_object('words', words, 'by', written_by, 'until', ${ctx.now}::timestamptz))`,
			...(circles && { keys: openedTo(circles) }),
		})
		.where('partnership_id', '=', said.partnershipId)
		.where('school_id', '=', said.schoolId)
		.where('measure', '=', said.measure)
		.where('year', '=', said.year)
		.where('version', '=', before.version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
