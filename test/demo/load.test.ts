import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { forEachEngine } from '../database.ts';
import { loadDemo } from './load.ts';

forEachEngine((database) => {
	test('the demo loads', async () => {
		const started = Date.now();
		await loadDemo(database(), new Date('2026-11-23T11:20:00Z'));
		console.log('took', Date.now() - started);
		const { rows } = await database().asOwner((db) => sql<{ n: number }>`select count(*)::int n from evidence`.execute(db));
		expect(rows[0]!.n).toBeGreaterThan(10);
	});
});
