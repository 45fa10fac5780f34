import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { borrowDatabase, giveBackDatabase } from './kept-database.ts';
import { fullWorld } from './permissions/full-world.ts';
import { tenantTables } from './permissions/tenant-tables.ts';

test.each(inject('engines'))(
	'%s: whoever borrows after a world that fills every table finds no row',
	async (engine) => {
		const first = await borrowDatabase(engine);
		const { samples } = await fullWorld(first);
		await giveBackDatabase(first);
		const second = await borrowDatabase(engine);
		expect(second).toBe(first);
		expect(samples.size).toBeGreaterThan(80);
		const left: string[] = [];
		for (const name of [...(await tenantTables(second)).map((table) => table.name), 'person'])
			await second.asOwner(async (db) => {
				const { rows } = await sql`select from ${sql.table(name)} limit 1`.execute(db);
				if (rows.length > 0) left.push(name);
			});
		expect(left).toEqual([]);
		await giveBackDatabase(second);
	},
);
