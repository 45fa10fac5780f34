import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { About } from '../said.ts';

/** What an import said of a figure of a school's own that was said before. */
export type Change = About & { importId: string; school: string; was: number | null; now: number | null };

const mostChanges = 200;

/** What standing imports changed of schools' own figures, the latest first; for the heads of these schools. */
export async function changesAt(
	ctx: Context,
	partnershipId: string,
	schoolIds: readonly string[],
): Promise<Change[]> {
	const { rows } = await sql<Change>`
		with said as (
			select s.*, lag(true) over before as had, lag(value) over before as was
			from said_figures(${partnershipId}, ${schoolIds}::uuid[]) s where publisher = 'school'
			window before as (partition by school_id, measure, pupil_group, year order by stated_at, import_id)
		)
		select said.import_id as "importId", s.name as school, said.school_id as "schoolId", said.measure, said.pupil_group as "group",
			said.year, said.was::double precision as was, said.value::double precision as now
		from said join school s on s.partnership_id = ${partnershipId} and s.id = said.school_id
		where said.had and said.import_id is not null and said.value is distinct from said.was
		order by said.stated_at desc, s.name, said.year desc, said.measure, said.pupil_group
		limit ${mostChanges}`.execute(ctx.db);
	return rows;
}
