import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { measureKeys, type MeasureKey } from './measures.ts';
import type { Figure } from './model.ts';
import type { Said } from './said.ts';
import type { SchoolYear } from './year.ts';

/** A figure that holds: what was said last of its school, measure, group and year by its publisher. Not for screens as it is. */
export type HeldFigure = Figure & Said & { keys: string[]; statedAt: Date | null; saidBy: string | null };

/** Two publishers, forty measures, eleven groups, forty years, at the most, of one school. */
const mostFigures = 40_000;

/**
 * All figures of schools that hold and that the actor may read: what DfE published under the URNs they have and had, what was brought
 * in, what was entered by hand. Nothing is hidden here: what goes to a screen is asked for in `hiddenFigures` first.
 */
export async function heldFigures(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measures: readonly MeasureKey[],
): Promise<HeldFigure[]> {
	const { rows } = await sql<HeldFigure>`
		select school_id as "schoolId", publisher, measure, pupil_group as "group", year, value::double precision as value, pupils, few,
			comment, source, keys, stated_at as "statedAt", said_by as "saidBy"
		from held_figures(${partnershipId}, ${schoolIds}::uuid[])
		where measure = any (${measures}::text[])
		order by school_id, publisher, measure, pupil_group, year, source
		limit ${mostFigures * Math.max(schoolIds.length, 1)}`.execute(ctx.db);
	return rows;
}

/** The measures of which schools have a figure of all pupils that the actor may read, in no order, each with its latest year. */
export async function measuresHeld(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
): Promise<{ measure: MeasureKey; latest: SchoolYear }[]> {
	const { rows } = await sql<{ measure: MeasureKey; latest: SchoolYear }>`
		select measure, max(year) as latest from held_figures(${partnershipId}, ${schoolIds}::uuid[])
		where pupil_group = 'all' group by measure limit ${measureKeys.length}`.execute(ctx.db);
	return rows;
}
