import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import { heldEdition } from './edition.server.ts';
import { schoolFromRow } from './fields.ts';
import {
	entryOf,
	isCurrent,
	urnIn,
	type RegisteredSchool,
	type SchoolEntry,
	type UrnAnswer,
} from './model.ts';
import { SearchIndex, type Searchable } from './search-index.ts';
import { successorsOf, type Succession } from './succession.ts';

/**
 * The schools that `text` may mean, likeliest first: by name (an earlier one too), town, postcode, authority or URN, with
 * slips forgiven. Current schools only, except that a whole URN also finds a closed one, followed by its successors.
 * Empty while the register is still being loaded for the first time.
 */
export async function searchSchools(
	db: Transaction<Tables>,
	text: string,
	limit = 8,
): Promise<SchoolEntry[]> {
	const urn = urnIn(text);
	const byUrn = urn === null ? [] : await schoolAndSuccessors(db, urn);
	if (byUrn.length) return byUrn.slice(0, limit);
	const index = await currentIndex(db);
	return index?.search(text.slice(0, longestSearch), limit).map(({ entry }) => entry) ?? [];
}

const longestSearch = 120;

async function schoolAndSuccessors(db: Transaction<Tables>, urn: number): Promise<SchoolEntry[]> {
	const { schools, links } = await lineage(db, urn, 'onward');
	const school = schools.get(urn);
	if (!school) return [];
	return [...new Set([school, ...successorsOf(urn, schools, links)])].map(entryOf);
}

/** Reads the whole index into memory if this process does not hold it yet; else one small query. For start-up. */
export async function warmSearch(db: Transaction<Tables>): Promise<void> {
	await currentIndex(db);
}

interface Indexed extends Searchable {
	entry: SchoolEntry;
}

/** One index a process, of the edition last asked for. The hash names the content, so another process's update is seen. */
let held: { hash: string; index: SearchIndex<Indexed> } | null = null;

async function currentIndex(db: Transaction<Tables>): Promise<SearchIndex<Indexed> | null> {
	const edition = await heldEdition(db, 'register');
	if (!edition) return null;
	if (held?.hash !== edition.hash)
		held = { hash: edition.hash, index: new SearchIndex(await searchable(db)) };
	return held.index;
}

async function searchable(db: Transaction<Tables>): Promise<Indexed[]> {
	const rows = await db
		.selectFrom('register_school as s')
		.select(['urn', 'name', 'town', 'locality', 'district', 'postcode', 'local_authority as localAuthority'])
		.select(['country', 'phase', 'status', 'known_by_link as knownByLink', 'place_from as placeFrom'])
		.select(
			sql<string>`coalesce((select string_agg(p.name, ' ') from register_link l
				join register_school p on p.urn = l.predecessor where l.successor = s.urn), '')`.as('formerNames'),
		)
		.where('status', '<>', 'closed')
		.orderBy('urn')
		.execute();
	return rows.map((row) => ({ ...row, entry: entryOf(row as unknown as RegisteredSchool) }));
}

/** All that the register has of one school, or null. */
export async function schoolByUrn(db: Transaction<Tables>, urn: number): Promise<RegisteredSchool | null> {
	const row = await db.selectFrom('register_school').selectAll().where('urn', '=', urn).executeTakeFirst();
	return row ? schoolFromRow(row) : null;
}

/** All that the register has of some schools, by URN, in one query; those it does not know are left out. */
export async function schoolsByUrn(
	db: Transaction<Tables>,
	urns: readonly number[],
): Promise<Map<number, RegisteredSchool>> {
	if (urns.length === 0) return new Map();
	const rows = await db.selectFrom('register_school').selectAll().where('urn', 'in', urns).execute();
	return new Map(rows.map((row) => schoolFromRow(row)).map((school) => [school.urn, school]));
}

/**
 * What a typed URN is: a school of England that can be taken, or why not. A closed one leads to those that took it over.
 */
export async function findByUrn(db: Transaction<Tables>, text: string): Promise<UrnAnswer> {
	const urn = urnIn(text);
	if (urn === null) return { is: 'not a urn' };
	const { schools, links } = await lineage(db, urn, 'onward');
	const school = schools.get(urn);
	if (!school) return { is: 'unknown' };
	const entry = entryOf(school);
	if (school.country !== 'England') return { is: 'elsewhere', school: entry, country: school.country };
	if (school.status !== 'closed') return { is: 'found', school: entry };
	return { is: 'closed', school: entry, successors: successorsOf(urn, schools, links).map(entryOf) };
}

/** One school of a line of succession, with those that took over from it. */
export interface PastSchool extends SchoolEntry {
	openedOn: string | null;
	closedOn: string | null;
	successors: Pick<Succession, 'successor' | 'kind' | 'day'>[];
}

/** The whole line a school stands in, earliest first: every URN it had and what became of it. Empty for an unknown URN. */
export async function history(db: Transaction<Tables>, urn: number): Promise<PastSchool[]> {
	const { schools, links } = await lineage(db, urn, 'both');
	const after = Map.groupBy(links, ({ predecessor }) => predecessor);
	const line = [...schools.values()].map((school) => ({
		...entryOf(school),
		openedOn: school.openedOn,
		closedOn: school.closedOn,
		successors: (after.get(school.urn) ?? []).map(({ successor, kind, day }) => ({ successor, kind, day })),
	}));
	return line.sort((a, b) => Number(isCurrent(a)) - Number(isCurrent(b)) || a.urn - b.urn);
}

/** A school and all that followed it (and, with 'both', all that went before it): one query; a cycle ends by itself. */
async function lineage(db: Transaction<Tables>, urn: number, way: 'onward' | 'both') {
	const { rows } = await sql<Record<string, unknown> & { links: Succession[] }>`
		with recursive onward (urn) as (
			select ${urn}::integer union select l.successor from register_link l join onward o on l.predecessor = o.urn
		), back (urn) as (
			select ${urn}::integer where ${way} = 'both'
			union select l.predecessor from register_link l join back b on l.successor = b.urn
		), line (urn) as (select urn from onward union select urn from back)
		select s.*, (select coalesce(json_agg(l), '[]') from register_link l where l.predecessor = s.urn) as links
		from register_school s where s.urn in (select urn from line) limit 500`.execute(db);
	const schools = new Map(rows.map((row) => [row.urn as number, schoolFromRow(row)]));
	return {
		schools,
		links: rows.flatMap(({ links }) => links).filter(({ successor }) => schools.has(successor)),
	};
}
