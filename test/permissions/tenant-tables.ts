import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** One table that belongs to a partnership, as the database describes it. */
export interface TenantTable {
	name: string;
	/** The column that holds the partnership. */
	tenant: 'partnership_id' | 'id';
	/** Columns by name, such as `keys` or `review_id`. */
	columns: string[];
	/** Columns the application's role may change. */
	updatable: string[];
	protected: boolean;
	policies: number;
}

/** Every table with a partnership in it, and the partnership itself. */
export function tenantTables(database: Database): Promise<TenantTable[]> {
	return database.asOwner(async (db) => {
		const { rows } = await sql<Omit<TenantTable, 'tenant'>>`
			select c.relname as name, c.relrowsecurity as protected,
				(select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
				array_agg(a.attname::text order by a.attnum) as columns,
				coalesce(array_agg(a.attname::text) filter (where has_column_privilege('fresh_eyes_app', c.oid, a.attnum, 'update')), '{}') as updatable
			from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
			group by c.oid having c.relname = 'partnership' or bool_or(a.attname = 'partnership_id')
			order by c.relname`.execute(db);
		return rows.map((row) => ({ ...row, tenant: row.name === 'partnership' ? 'id' : 'partnership_id' }));
	});
}

/** Names of all tables that belong to no partnership. */
export function otherTables(database: Database): Promise<string[]> {
	return database.asOwner(async (db) => {
		const { rows } = await sql<{ name: string }>`
			select c.relname as name from pg_class c
			where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'partnership'
				and not exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'partnership_id')`.execute(
			db,
		);
		return rows.map(({ name }) => name);
	});
}
