import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { heldFigures } from '../held.server.ts';
import type { MeasureKey } from '../measures.ts';
import { keyOf, type About, type Publisher } from '../said.ts';
import { hiddenFigures } from '../suppress.server.ts';
import { closed, type Held } from './compare.ts';
import type { LeftOut } from './left-out.ts';
import type { Mapping } from './mapping.ts';
import type { OpenReading } from './reading.ts';
import type { KnownSchool, Statement } from './statements.ts';

/** A school with the members it belongs to today. */
export type SchoolOfMembers = KnownSchool & { memberIds: string[] };

/** Two hundred members, some of two schools. */
const mostSchools = 500;

/** The schools of members, with every URN they have and had; of all present members where none are named. */
export async function schoolsOf(
	ctx: Context,
	partnershipId: string,
	memberIds: readonly string[] | 'all',
): Promise<SchoolOfMembers[]> {
	const { rows } = await sql<SchoolOfMembers>`
		with recursive here as (
			select s.id, s.name, s.urn, array_agg(distinct m.id) as members
			from member m
			join member_school ms on ms.partnership_id = m.partnership_id and ms.member_id = m.id
			join school s on s.partnership_id = ms.partnership_id and s.id = ms.school_id
			where m.partnership_id = ${partnershipId} and (m.until_day is null or m.until_day > ${ctx.today}::date)
				and (${memberIds === 'all'} or m.id = any (${memberIds === 'all' ? [] : memberIds}::uuid[]))
			group by s.id, s.name, s.urn
		), back (id, urn) as (
			select id, urn from here where urn is not null
			union select b.id, l.predecessor from register_link l join back b on l.successor = b.urn
		)
		select h.id, h.name, h.members as "memberIds", array(select b.urn from back b where b.id = h.id) as urns
		from here h order by h.name limit ${mostSchools}`.execute(ctx.db);
	return rows;
}

export async function readingById(
	ctx: Context,
	partnershipId: string,
	readingId: string,
): Promise<OpenReading | null> {
	const row = await ctx.db
		.selectFrom('outcome_reading')
		.select([
			'id',
			'file_name as fileName',
			'year',
			'school_id as schoolId',
			'read_at as readAt',
			'told_at as toldAt',
			'rows_read as rowsRead',
			'rows_in_all as rowsInAll',
			'refused',
			'sheet',
			'reading',
		])
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', readingId)
		.executeTakeFirst();
	return (row as OpenReading | undefined) ?? null;
}

/**
 * What holds now of all that is stated, by `keyOf`, from the same publisher. Closed is what whoever brings the file may not read, and
 * a school's small number that they did not say themselves, unless they head it.
 */
export async function heldOf(
	ctx: Context,
	of: { partnershipId: string; personId: string; isHeaded: (schoolId: string) => boolean },
	publisher: Publisher,
	statements: readonly Statement[],
): Promise<Map<string, Held | typeof closed>> {
	const schoolIds = [...new Set(statements.map(({ schoolId }) => schoolId))];
	const measures = [...new Set<MeasureKey>(statements.map(({ measure }) => measure))];
	if (schoolIds.length === 0) return new Map();
	const held = (await heldFigures(ctx, of.partnershipId, schoolIds, measures)).filter(
		(figure) => figure.publisher === publisher,
	);
	if (publisher === 'DfE') return new Map(held.map((figure) => [keyOf(figure), figure]));
	const others = schoolIds.filter((schoolId) => !of.isHeaded(schoolId));
	const isHidden = await hiddenFigures(ctx, of.partnershipId, others, measures);
	const { rows: unread } = await sql<About>`
		select school_id as "schoolId", measure, pupil_group as "group", year
		from app_closed_figures(${of.partnershipId}, ${schoolIds}::uuid[])`.execute(ctx.db);
	return new Map<string, Held | typeof closed>([
		...held.map(
			(figure) =>
				[keyOf(figure), isHidden(figure) && figure.saidBy !== of.personId ? closed : figure] as const,
		),
		...unread.map((figure) => [keyOf(figure), closed] as const),
	]);
}

/** Stands for the headings of a spreadsheet. */
export const headingsKey = (headings: readonly string[]): string =>
	createHash('sha256').update(JSON.stringify(headings)).digest('hex');

/** What somebody of the partnership said the columns under these headings are. */
export async function keptMapping(
	ctx: Context,
	partnershipId: string,
	headings: readonly string[],
): Promise<Mapping | null> {
	const row = await ctx.db
		.selectFrom('column_mapping')
		.select('mapping')
		.where('partnership_id', '=', partnershipId)
		.where('headings', '=', headingsKey(headings))
		.executeTakeFirst();
	return (row?.mapping as Mapping | undefined) ?? null;
}

/** An import, and how many of its figures something said later stands over. */
export interface ImportRow {
	id: string;
	fileName: string;
	layout: string;
	broughtById: string;
	broughtBy: string;
	broughtAt: Date;
	added: number;
	changed: number;
	same: number;
	leftOut: LeftOut[];
	undoneBy: string | null;
	undoneAt: Date | null;
	since: number;
}

const mostImports = 100;

/** The latest imports that the actor may know of: their own, and all of those who organise. */
export async function imports(ctx: Context, partnershipId: string): Promise<ImportRow[]> {
	const { rows } = await sql<ImportRow>`
		with latest as (
			select * from outcome_import where partnership_id = ${partnershipId} order by brought_at desc, id desc limit ${mostImports}
		), over as (
			select f.import_id, count(*) as figures
			from imported_figure f
			where f.partnership_id = ${partnershipId} and f.import_id in (select id from latest)
				and (exists (select from imported_figure o where o.partnership_id = f.partnership_id and o.school_id = f.school_id
						and o.measure = f.measure and o.pupil_group = f.pupil_group and o.year = f.year and o.publisher = f.publisher
						and o.stated_at > f.stated_at)
					or f.publisher = 'school' and exists (select from measure m where m.partnership_id = f.partnership_id
						and m.school_id = f.school_id and m.measure = f.measure and m.pupil_group = f.pupil_group and m.year = f.year
						and m.withdrawn_at is null and coalesce(m.changed_at, m.entered_at) > f.stated_at))
			group by f.import_id
		)
		select i.id, i.file_name as "fileName", i.layout, i.brought_by as "broughtById",
			shown_name(i.partnership_id, i.brought_by) as "broughtBy", i.brought_at as "broughtAt", i.added, i.changed, i.same,
			i.left_out as "leftOut", shown_name(i.partnership_id, i.undone_by) as "undoneBy", i.undone_at as "undoneAt",
			coalesce(o.figures, 0) as since
		from latest i left join over o on o.import_id = i.id
		order by i.brought_at desc, i.id desc`.execute(ctx.db);
	return rows;
}

/** Whether an import of this id is there, and whose. */
export async function importById(
	ctx: Context,
	partnershipId: string,
	importId: string,
): Promise<{ broughtBy: string } | null> {
	const row = await ctx.db
		.selectFrom('outcome_import')
		.select('brought_by as broughtBy')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', importId)
		.executeTakeFirst();
	return row ?? null;
}
