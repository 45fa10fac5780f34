import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { MeasureKey, PupilGroup } from './measures.ts';
import { seriesOf, type Figure, type Run } from './model.ts';
import type { PublishedResult } from './published.ts';
import type { SchoolYear } from './year.ts';

/** A published result with the school it was published for: itself or one it took over from. */
export interface PublishedYear extends Omit<PublishedResult, 'year'> {
	year: SchoolYear;
	schoolName: string;
}

/** What DfE published for a school by year, under this URN and under those it had before. */
export async function publishedResults(ctx: Context, urn: number): Promise<PublishedYear[]> {
	const { rows } = await sql<PublishedYear>`
		with recursive back (urn) as (
			select ${urn}::integer union select l.predecessor from register_link l join back b on l.successor = b.urn
		)
		select r.urn, r.year, r.pupils, r.suppressed, r.rwm_expected as "rwmExpected", r.rwm_higher as "rwmHigher",
			r.reading_score as "readingScore", r.maths_score as "mathsScore", r.reading_progress as "readingProgress",
			r.writing_progress as "writingProgress", r.maths_progress as "mathsProgress", s.name as "schoolName"
		from national_result r join back b on b.urn = r.urn join register_school s on s.urn = r.urn
		order by r.year, r.urn desc limit 200`.execute(ctx.db);
	return rows;
}

/** The column of a published result that a measure is read from; measures of other key stages are not published by school. */
const publishedAs: Partial<
	Record<MeasureKey, keyof PublishedResult & `${string}${'Expected' | 'Higher' | 'Score' | 'Progress'}`>
> = {
	'ks2 rwm expected': 'rwmExpected',
	'ks2 rwm higher': 'rwmHigher',
	'ks2 reading score': 'readingScore',
	'ks2 maths score': 'mathsScore',
	'ks2 reading progress': 'readingProgress',
	'ks2 writing progress': 'writingProgress',
	'ks2 maths progress': 'mathsProgress',
};

/** Published results as figures of one measure. A year that was never published for it gives none. */
export function figuresOf(measure: MeasureKey, published: readonly PublishedYear[]): Figure[] {
	const column = publishedAs[measure];
	if (!column) return [];
	return published.flatMap((result) => {
		const value = result[column];
		if (value === null && !result.suppressed) return [];
		return [
			{ year: result.year, value, pupils: result.pupils, comment: '', source: `DfE, ${result.schoolName}` },
		];
	});
}

/**
 * A school's figures of one measure and pupil group by year: the published ones of its URN and its earlier URNs, and its own
 * as far as the actor may read them. Null where the actor has no such school.
 */
export async function schoolSeries(
	ctx: Context,
	school: { partnershipId: string; schoolId: string },
	measure: MeasureKey,
	pupilGroup: PupilGroup = 'all',
): Promise<Run[] | null> {
	const found = await ctx.db
		.selectFrom('school')
		.select('urn')
		.where('partnership_id', '=', school.partnershipId)
		.where('id', '=', school.schoolId)
		.executeTakeFirst();
	if (!found) return null;
	const published = found.urn === null || pupilGroup !== 'all' ? [] : await publishedResults(ctx, found.urn);
	const own = await ctx.db
		.selectFrom('measure')
		.select(['year', 'value', 'pupils', 'comment', 'source'])
		.where('partnership_id', '=', school.partnershipId)
		.where('school_id', '=', school.schoolId)
		.where('measure', '=', measure)
		.where('pupil_group', '=', pupilGroup)
		.orderBy('year')
		.limit(100)
		.execute();
	const figures = [
		...figuresOf(measure, published),
		...own.map((row) => ({ ...row, year: row.year as SchoolYear })),
	];
	return seriesOf(measure, figures, ctx.today);
}

/** The members that a school belongs to today. Empty for a school that the actor's partnership does not have. */
export async function membersOfSchool(
	ctx: Context,
	partnershipId: string,
	schoolId: string,
): Promise<string[]> {
	const rows = await ctx.db
		.selectFrom('member_school as ms')
		.innerJoin('member as m', (join) =>
			join.onRef('m.partnership_id', '=', 'ms.partnership_id').onRef('m.id', '=', 'ms.member_id'),
		)
		.select('m.id')
		.where('ms.partnership_id', '=', partnershipId)
		.where('ms.school_id', '=', schoolId)
		.where(({ eb, or }) => or([eb('m.until_day', 'is', null), eb('m.until_day', '>', ctx.today)]))
		.limit(10)
		.execute();
	return rows.map(({ id }) => id);
}

/** Whether this very entry was taken before: a form posted twice is one deed. */
export async function isEntered(
	ctx: Context,
	entry: { partnershipId: string; schoolId: string; id: string },
): Promise<boolean> {
	const row = await ctx.db
		.selectFrom('measure')
		.select('id')
		.where('partnership_id', '=', entry.partnershipId)
		.where('school_id', '=', entry.schoolId)
		.where('id', '=', entry.id)
		.executeTakeFirst();
	return row !== undefined;
}
