import { sql } from 'kysely';
import type { Work } from '../database.ts';

/** A table of the schema, as found in the database: tables added later are moved without a word here. */
export interface Table {
	name: string;
	/** Quoted, without those the database computes. */
	columns: string[];
	/** Columns that count by themselves. */
	counting: string[];
}

/** All tables but the record of migrations, which the target has of its own. */
export const tables: Work<Table[]> = async (db) => {
	const { rows } = await sql<Table>`
		select c.relname::text as name,
			array_agg(quote_ident(a.attname) order by a.attnum) filter (where a.attgenerated = '') as columns,
			coalesce(array_agg(a.attname::text) filter (where pg_get_serial_sequence(quote_ident(c.relname), a.attname) is not null), '{}') as counting
		from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
		group by c.relname order by c.relname`.execute(db);
	return rows;
};

/** Has dates and times printed the same way on both sides, for as long as the transaction lasts. */
export const printAlike: Work<void> = async (db) => {
	await sql`set local timezone = 'UTC'`.execute(db);
	await sql`set local datestyle = 'ISO, YMD'`.execute(db);
	await sql`set local intervalstyle = 'postgres'`.execute(db);
	await sql`set local extra_float_digits = 1`.execute(db);
	await sql`set local bytea_output = 'hex'`.execute(db);
};

/** What a table holds, in a form that is equal on two engines exactly when the rows are. */
export interface Contents {
	rows: number;
	checksum: string;
}

export const contents =
	({ name }: Table): Work<Contents> =>
	async (db) => {
		const { rows } = await sql<Contents>`
			select count(*) as rows, coalesce(md5(string_agg(hash, '' order by hash collate "C")), '') as checksum
			from (select md5(t::text) as hash from ${sql.table(name)} t) hashes`.execute(db);
		return rows[0]!;
	};
