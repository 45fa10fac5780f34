import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';

/** Read through the rows they belong to, by their person, or by a partial index on those that hold. */
const reachedOtherwise = ['action_update', 'finding_withdrawal', 'photo', 'reminder', 'stage_tick'];

forEachEngine((database) => {
	test('every table of a review has an index that finds the rows of one review within its partnership', async () => {
		const { rows } = await database().asOwner((db) =>
			sql<{ table: string; indexed: boolean }>`
				select c.relname as table, exists (
					select from pg_index i where i.indrelid = c.oid and i.indpred is null
						and i.indkey[0] = (select attnum from pg_attribute where attrelid = c.oid and attname = 'partnership_id')
						and i.indkey[1] = a.attnum) as indexed
				from pg_attribute a join pg_class c on c.oid = a.attrelid
				where a.attname = 'review_id' and c.relkind = 'r'
				order by c.relname`.execute(db),
		);
		expect(rows.length).toBeGreaterThan(10);
		expect(rows.filter(({ indexed }) => !indexed).map(({ table }) => table)).toEqual(reachedOtherwise);
	});

	test('closing a review reaches its evidence by those indexes', async () => {
		const plan = await database().asOwner(async (db) => {
			await sql`set local enable_seqscan = off`.execute(db);
			const { rows } = await sql`
				explain update evidence_revision e set keys = e.keys from review r
				where r.id = gen_random_uuid() and e.partnership_id = r.partnership_id and e.review_id = r.id`.execute(db);
			return JSON.stringify(rows);
		});
		expect(plan).toMatch(/evidence_revision_partnership_id_review_id_idx/);
	});
});
