import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { londonDay } from '#platform/day.ts';
import type { Database } from '#platform/db/database.ts';
import { fillEveryTable } from './fill.ts';
import type { Row } from './raw.ts';
import { tenantTables, type TenantTable } from './tenant-tables.ts';
import { makeWorld, type World } from './world.ts';

/** A world in which every table that belongs to a partnership holds a row of the first one. */
export interface FullWorld {
	world: World;
	today: string;
	/** Somebody of no partnership, on the team of the review that is over, and bound. */
	guest: string;
	tables: TenantTable[];
	/** One row of the first partnership by table; a table that is missing here holds none. */
	samples: Map<string, Row>;
	table(name: string): TenantTable;
}

export async function fullWorld(database: Database): Promise<FullWorld> {
	const now = new Date();
	const world = await makeWorld(database, now);
	const guest = await guestOnPastTeam(database, world);
	await fillEveryTable(database, world);
	const tables = await tenantTables(database);
	const samples = new Map<string, Row>();
	for (const { name, tenant } of tables) {
		const { rows } = await database.asOwner((db) => {
			const of = sql`${sql.table(name)} t where ${sql.ref(tenant)} = ${world.partnershipId}`;
			return sql<{ row: Row }>`select to_jsonb(t) as row from ${of} limit 1`.execute(db);
		});
		if (rows[0]) samples.set(name, rows[0].row);
	}
	const table = (name: string) => {
		const found = tables.find((one) => one.name === name);
		if (!found) throw new Error(`There is no table ${name} of a partnership.`);
		return found;
	};
	return { world, today: londonDay(now), guest, tables, samples, table };
}

async function guestOnPastTeam(
	database: Database,
	{ partnershipId, reviews, people }: World,
): Promise<string> {
	const person_id = randomUUIDv7();
	const here = { partnership_id: partnershipId, review_id: reviews.past, person_id };
	const guest = { id: person_id, name: 'Guest Example', email: `${person_id}@people.example` };
	await database.asOwner(async (db) => {
		await db.insertInto('person').values(guest).execute();
		await db
			.insertInto('team_member')
			.values({ ...here, role: 'expert', added_by: people.past.chair })
			.execute();
		await db.insertInto('confidentiality_agreement').values(here).execute();
	});
	return person_id;
}
