import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { MeasureKey } from './measures.ts';
import { keyOf, type About, type Publisher } from './said.ts';

/** Says of a figure whether it is about too few pupils, or would tell of some who are. */
export type IsHidden = (figure: About & { publisher: Publisher }) => boolean;

/**
 * Which figures of schools are hidden, found from all that was said of the cohorts of some measures, also from what the actor may not
 * read: sizes that one reader does not see would else let another work out what is small (CSC-8). The rules are `hidden_figures` in the
 * database, where they see every row and let out none. `suppress.property.test.ts` tries to work out what is hidden.
 */
export async function hiddenFigures(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measures: readonly MeasureKey[],
): Promise<IsHidden> {
	const { rows } = await sql<About & { publisher: Publisher }>`
		select school_id as "schoolId", publisher, measure, pupil_group as "group", year
		from app_hidden_figures(${partnershipId}, ${schoolIds}::uuid[], ${measures}::text[])`.execute(ctx.db);
	const keys = new Set(rows.map((row) => `${row.publisher} ${keyOf(row)}`));
	return (figure) => keys.has(`${figure.publisher} ${keyOf(figure)}`);
}
