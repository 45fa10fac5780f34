import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { Principal } from '#platform/principal.ts';
import type { TenantTable } from './tenant-tables.ts';

/** The database as somebody reaches it past all of the application's own checks. A refusal counts as no row. */
export interface Raw {
	/** How many of a partnership's rows they see; of one review where it is named. */
	sees(table: TenantTable, partnershipId: string): Promise<number>;
	/** How many rows they could add by writing these again under new ids. */
	inserts(table: TenantTable, row: Row): Promise<number>;
	updates(table: TenantTable, partnershipId: string): Promise<number>;
	deletes(table: TenantTable, partnershipId: string): Promise<number>;
}

export type Row = Record<string, unknown>;

/** The work of one person, participant, link, job or nobody, each statement in a transaction that is rolled back. */
export function rawly(database: Database, principal: Principal, today: string): Raw {
	const attempt = async (statement: ReturnType<typeof sql<{ n: number }>>): Promise<number> => {
		let n = 0;
		await database
			.as(principal, today, async (db) => {
				n = (await statement.execute(db)).rows[0]?.n ?? 0;
				throw new RolledBack();
			})
			.catch((thrown: unknown) => {
				if (!(thrown instanceof RolledBack) && !refused(thrown)) throw thrown;
			});
		return n;
	};
	const name = (table: TenantTable) => sql.table(table.name);
	const of = (table: TenantTable, partnershipId: string) => sql`${sql.ref(table.tenant)} = ${partnershipId}`;
	const changed = (statement: ReturnType<typeof sql>) =>
		attempt(
			sql<{ n: number }>`with changed as (${statement} returning 1) select count(*)::int as n from changed`,
		);
	return {
		sees: (table, partnershipId) =>
			attempt(sql`select count(*)::int as n from ${name(table)} where ${of(table, partnershipId)}`),
		inserts: async (table, row) => {
			const given = JSON.stringify(
				'id' in row && table.tenant !== 'id' ? { ...row, id: crypto.randomUUID() } : row,
			);
			return attempt(sql`
				with given as (insert into ${name(table)} select * from json_populate_record(null::${name(table)}, ${given}::json))
				select 1 as n`);
		},
		updates: (table, partnershipId) => {
			const column = sql.ref(table.updatable[0] ?? table.tenant);
			return changed(sql`update ${name(table)} set ${column} = ${column} where ${of(table, partnershipId)}`);
		},
		deletes: (table, partnershipId) =>
			changed(sql`delete from ${name(table)} where ${of(table, partnershipId)}`),
	};
}

class RolledBack extends Error {}

/** Said by the database about rights and policies; anything else, such as a constraint, means that the boundary let it through. */
const refused = (thrown: unknown) =>
	/permission denied|row-level security/.test(String((thrown as Error).message));
