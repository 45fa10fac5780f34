import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { MeasureKey, PupilGroup } from './measures.ts';
import type { Figure } from './model.ts';
import { publishedAs, type PublishedResult } from './published.ts';
import type { Counted } from './suppress.ts';
import type { SchoolYear } from './year.ts';

/** A figure that holds: what was said last of its school, measure, group and year by its publisher. Not for screens as it is. */
export type HeldFigure = Figure & Counted & { schoolId: string; keys: string[] };

/** Two publishers, forty measures, eleven groups, forty years, at the most, of one school. */
const mostFigures = 40_000;

/**
 * All figures of schools that hold and that the actor may read: what DfE published under the URNs they have and had, what was brought
 * in, what was entered by hand. Nothing is hidden here: what goes to a screen goes through `suppressed`.
 */
export async function heldFigures(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measures: readonly MeasureKey[],
): Promise<HeldFigure[]> {
	const stated = await statedFigures(ctx, partnershipId, schoolIds, measures);
	const key = (figure: HeldFigure) => `${figure.schoolId} ${figure.measure} ${figure.group} ${figure.year}`;
	const brought = new Set(stated.filter(({ publisher }) => publisher === 'DfE').map(key));
	const national = await nationalFigures(ctx, partnershipId, schoolIds, measures);
	return [...national.filter((figure) => !brought.has(key(figure))), ...stated];
}

async function statedFigures(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measures: readonly MeasureKey[],
): Promise<HeldFigure[]> {
	const { rows } = await sql<HeldFigure>`
		with said as (
			select school_id, 'school' as publisher, measure, pupil_group, year, value, pupils, comment, source, keys,
				coalesce(changed_at, entered_at) as stated_at
			from measure
			where partnership_id = ${partnershipId} and school_id = any (${schoolIds}::uuid[]) and measure = any (${measures}::text[])
				and withdrawn_at is null
			union all
			select f.school_id, f.publisher, f.measure, f.pupil_group, f.year, f.value, f.pupils, '',
				case f.publisher when 'DfE' then 'DfE' || coalesce(', ' || r.name, '') else '' end, f.keys, f.stated_at
			from imported_figure f left join register_school r on r.urn = f.urn
			where f.partnership_id = ${partnershipId} and f.school_id = any (${schoolIds}::uuid[]) and f.measure = any (${measures}::text[])
		)
		select distinct on (school_id, publisher, measure, pupil_group, year)
			school_id as "schoolId", publisher, measure, pupil_group as "group", year, value::double precision as value, pupils, comment,
			coalesce(nullif(source, ''), 'The school’s own') as source, keys
		from said
		order by school_id, publisher, measure, pupil_group, year, stated_at desc
		limit ${mostFigures * Math.max(schoolIds.length, 1)}`.execute(ctx.db);
	return rows;
}

/** What ships with the product, as figures of all pupils. A year that was never published for a measure gives none. */
async function nationalFigures(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
	measures: readonly MeasureKey[],
): Promise<HeldFigure[]> {
	const { rows } = await sql<
		Omit<PublishedResult, 'year'> & { year: SchoolYear; schoolId: string; name: string }
	>`
		with recursive back (school_id, urn) as (
			select id, urn from school where partnership_id = ${partnershipId} and id = any (${schoolIds}::uuid[]) and urn is not null
			union select b.school_id, l.predecessor from register_link l join back b on l.successor = b.urn
		)
		select b.school_id as "schoolId", r.urn, r.year, r.pupils, r.suppressed, r.rwm_expected as "rwmExpected",
			r.rwm_higher as "rwmHigher", r.reading_score as "readingScore", r.maths_score as "mathsScore",
			r.reading_progress as "readingProgress", r.writing_progress as "writingProgress", r.maths_progress as "mathsProgress", s.name
		from national_result r join back b on b.urn = r.urn join register_school s on s.urn = r.urn
		order by b.school_id, r.year, r.urn desc limit ${200 * Math.max(schoolIds.length, 1)}`.execute(ctx.db);
	return rows.flatMap((result) =>
		measures.flatMap((measure): HeldFigure[] => {
			const column = publishedAs[measure];
			const value = column === undefined ? null : result[column];
			if (column === undefined || (value === null && !result.suppressed)) return [];
			const { schoolId, year, pupils, name } = result;
			return [
				{
					...{ schoolId, measure, group: 'all' satisfies PupilGroup, year, value, pupils, publisher: 'DfE' },
					...{ comment: '', source: `DfE, ${name}`, keys: [`partnership:${partnershipId}`] },
				},
			];
		}),
	);
}
