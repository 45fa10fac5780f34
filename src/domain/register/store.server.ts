import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import { bulkInsert, type Column } from './bulk-insert.server.ts';
import { fields, schoolFromRow } from './fields.ts';
import type { RegisteredSchool } from './model.ts';
import type { Succession } from './succession.ts';

const types = {
	text: 'text',
	integer: 'integer',
	number: 'double precision',
	day: 'date',
	boolean: 'boolean',
} as const;

const schoolColumns: Column<RegisteredSchool>[] = fields.map(({ key, column, kind }) => ({
	name: column,
	type: types[kind],
	of: (school) => school[key],
}));

const linkColumns: Column<Succession>[] = [
	{ name: 'predecessor', type: 'integer', of: ({ predecessor }) => predecessor },
	{ name: 'successor', type: 'integer', of: ({ successor }) => successor },
	{ name: 'kind', type: 'text', of: ({ kind }) => kind },
	{ name: 'day', type: 'date', of: ({ day }) => day },
];

export const writeSchools = (db: Transaction<Tables>, schools: readonly RegisteredSchool[]): Promise<void> =>
	bulkInsert(db, 'register_school', schoolColumns, ['urn'], schools);

/** Schools that only links knew, where the links have changed their mind. Nothing refers to these rows. */
export async function removeSchools(db: Transaction<Tables>, urns: readonly number[]): Promise<void> {
	await sql`delete from register_school where urn = any (${`{${urns.join()}}`}::integer[])`.execute(db);
}

export async function replaceLinks(db: Transaction<Tables>, links: readonly Succession[]): Promise<void> {
	await db.deleteFrom('register_link').execute();
	await bulkInsert(db, 'register_link', linkColumns, ['predecessor', 'successor'], links);
}

export async function allSchools(db: Transaction<Tables>): Promise<Map<number, RegisteredSchool>> {
	const rows = await db.selectFrom('register_school').selectAll().execute();
	return new Map(rows.map((row) => [row.urn, schoolFromRow(row)]));
}

export async function allLinks(db: Transaction<Tables>): Promise<Succession[]> {
	const rows = await db.selectFrom('register_link').selectAll().execute();
	return rows.map((row) => ({ ...row, kind: row.kind as Succession['kind'] }));
}
