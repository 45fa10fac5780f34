import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newPerson } from '#domain/partnership/founded.fixture.ts';
import { forEachEngine } from '#test/database.ts';
import { agreedReview, type InTheMaking } from './deeds/in-the-making.fixture.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './kept-facts.server.ts';

forEachEngine((database) => {
	let it: InTheMaking;
	beforeAll(async () => {
		it = await agreedReview(database());
	});

	const read = async (day?: string) => {
		const [facts] = await it.home.as(it.home.chair, (ctx) => factsOf(ctx, [it.reviewId]), day);
		return facts!;
	};
	const rename = (focus: string) => sql`update review set focus = ${focus} where id = ${it.reviewId}`;

	test('facts that nothing has changed are given again as they are, and nobody can write in them', async () => {
		const facts = await read();
		expect(await read()).toBe(facts);
		expect(() => (facts.team[0]!.name = 'Another')).toThrow(TypeError);
		const stranger = await newPerson(database());
		expect(await it.home.as(stranger, (ctx) => factsOf(ctx, [it.reviewId]))).toEqual([]);
	});

	test('on another day they are read anew: a head may have left', async () => {
		const facts = await read('2026-09-11');
		expect(await read('2026-09-11')).toBe(facts);
		expect(await read('2026-09-12')).not.toBe(facts);
	});

	test('what was read in a transaction that is undone is taken for nothing later', async () => {
		const before = await read();
		const as = await it.home.as(it.home.chair, async (ctx) => ctx);
		let inside: Facts | undefined;
		const undone = database().asOwner(async (db) => {
			await sql`select set_config('app.person', ${it.home.chair}, true)`.execute(db);
			await rename('Undone').execute(db);
			[inside] = await factsOf({ ...as, db }, [it.reviewId]);
			throw new Error('undone');
		});
		await expect(undone).rejects.toThrow('undone');
		expect(inside?.focus).toBe('Undone');
		expect(await read()).toEqual(before);
		await database().asOwner(async (db) => void (await rename('Kept').execute(db)));
		expect((await read()).focus).toBe('Kept');
	});

	test('whatever table facts are read from, each change of it gives another stamp', async () => {
		const { rows } = await database().asOwner((db) =>
			sql<{ table: string; events: string[] }>`
				select c.relname as "table", array_remove(array_agg(distinct case
						when t.tgtype & 4 > 0 then 'insert' when t.tgtype & 8 > 0 then 'delete' when t.tgtype & 16 > 0 then 'update' end), null) as events
				from pg_depend d
				join pg_class c on c.oid = d.refobjid and c.relkind = 'r'
				left join pg_trigger t on t.tgrelid = c.oid and t.tgname like 'facts_stamp%' and t.tgenabled = 'O'
				where d.classid = 'pg_proc'::regclass and d.objid = 'review_facts(uuid[])'::regprocedure
					and d.refclassid = 'pg_class'::regclass
				group by c.relname order by c.relname`.execute(db),
		);
		expect(rows.length).toBeGreaterThan(20);
		// A new review and a new person come with what has a stamp of its own, and are never deleted.
		const begun = ['review', 'person'];
		for (const { table, events } of rows)
			expect({ table, events }).toEqual({
				table,
				events: begun.includes(table) ? ['update'] : ['delete', 'insert', 'update'],
			});
	});

	test('a name, an office and a group that change are read at once', async () => {
		const before = await read();
		const [reviewer] = before.team;
		await database().asOwner(async (db) => {
			await sql`update person set name = 'Another Name' where id = ${reviewer!.personId}`.execute(db);
			await sql`update member set name = 'Another School' where id = ${before.hostMemberId}`.execute(db);
			await sql`update appointment set until_day = from_day where person_id = ${it.host}`.execute(db);
		});
		const after = await read();
		expect(after.team.map(({ name }) => name)).toContain('Another Name');
		expect(after.hostName).toBe('Another School');
		expect(after.hostHeads.length).toBeLessThan(before.hostHeads.length);
	});
});
