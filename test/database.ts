import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Database } from '#platform/db/database.ts';
import { borrowDatabase, giveBackDatabase } from './kept-database.ts';

/**
 * Runs a suite once on each engine, on a migrated and otherwise empty database that the suite's tests share:
 *
 *     forEachEngine((database) => {
 *       test('…', async () => { await database().as(someone, today, (db) => …) });
 *     });
 */
export function forEachEngine(suite: (database: () => Database, engine: Database['engine']) => void): void {
	describe.each(inject('engines'))('%s', (engine) => {
		let database: Database;
		beforeAll(async () => {
			database = await borrowDatabase(engine);
		}, 60_000);
		afterAll(() => giveBackDatabase(database));
		suite(() => database, engine);
	});
}
