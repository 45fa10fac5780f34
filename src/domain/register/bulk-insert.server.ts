import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';

/** A column to fill, the PostgreSQL type of its values, and where they come from. */
export interface Column<Row> {
	name: string;
	type: 'text' | 'integer' | 'double precision' | 'date' | 'boolean';
	of(row: Row): string | number | boolean | null;
}

/**
 * Writes many rows in one statement, column by column; a row whose key is there already is overwritten. Values go as one
 * array literal a column: a parameter for each would pass PostgreSQL's limit, and JSON took half as long again.
 */
export async function bulkInsert<Row>(
	db: Transaction<Tables>,
	table: 'register_school' | 'register_link' | 'national_result',
	columns: readonly Column<Row>[],
	key: readonly string[],
	rows: readonly Row[],
): Promise<void> {
	if (!rows.length) return;
	const names = sql.join(columns.map(({ name }) => sql.ref(name)));
	const values = sql.join(
		columns.map(
			({ type, of }) => sql`${`{${rows.map((row) => literal(of(row))).join()}}`}::text::${sql.raw(type)}[]`,
		),
	);
	const rest = columns.filter(({ name }) => !key.includes(name));
	const overwrite = sql.join(rest.map(({ name }) => sql`${sql.ref(name)} = ${sql.ref(`excluded.${name}`)}`));
	await sql`
		insert into ${sql.table(table)} (${names}) select * from unnest(${values})
		on conflict (${sql.join(key.map((name) => sql.ref(name)))}) do update set ${overwrite}`.execute(db);
}

function literal(value: string | number | boolean | null): string {
	if (value === null) return 'NULL';
	return typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&')}"` : String(value);
}
