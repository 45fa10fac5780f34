import { randomUUIDv7 } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Tables } from '#db/tables.ts';
import { foundedPartnership, type Founded } from '#domain/partnership/founded.fixture.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { enterMeasure } from './actions.server.ts';
import { schoolsOf } from './import/queries.server.ts';

// What the database itself refuses of figures, with no check of the application in the way.

const today = '2026-11-02';
const at = new Date(`${today}T12:00:00Z`);

forEachEngine((database) => {
	let home: Founded;
	let elsewhere: Founded;
	let [head, otherHead, staff, administrator] = ['', '', '', ''];
	let [schoolId, otherSchool] = ['', ''];
	const figureId = randomUUIDv7();

	beforeAll(async () => {
		home = await foundedPartnership(database());
		elsewhere = await foundedPartnership(database());
		head = await home.invited('headteacher', home.members[0]);
		otherHead = await home.invited('headteacher', home.members[1]);
		staff = await home.invited('senior leader', home.members[0]);
		administrator = await home.invited('administrator');
		[schoolId, otherSchool] = (await home.as(home.chair, async (ctx) =>
			(await schoolsOf(ctx, home.partnershipId, 'all')).map(({ id }) => id),
		)) as [string, string];
		const entered = await home.as(
			head,
			(ctx) =>
				enterMeasure(ctx, {
					...{ id: figureId, partnershipId: home.partnershipId, schoolId, measure: 'phonics expected' },
					...{ year: '2025', value: '75', pupils: '4', sharedWith: ['partnership'] },
				}),
			today,
		);
		expect(entered).toMatchObject({ is: 'done' });
	});

	/** How many rows somebody wrote past all rules; a refusal is none. */
	const writes = (by: string, work: (db: Transaction<Tables>) => Promise<{ numAffectedRows?: bigint }>) =>
		database()
			.as(person(by), today, async (db) => {
				const { numAffectedRows } = await work(db);
				throw new Undone(Number(numAffectedRows ?? 0n));
			})
			.catch((thrown: unknown) => {
				if (thrown instanceof Undone) return thrown.rows;
				if (/permission denied|row-level security/.test(String((thrown as Error).message))) return 0;
				throw thrown;
			});
	const brings =
		(by: string, figure: { school?: string; publisher?: string; keys: string[]; statedAt?: Date }) =>
		async (db: Transaction<Tables>) => {
			const id = randomUUIDv7();
			const here = { partnership_id: home.partnershipId };
			await db
				.insertInto('outcome_import')
				.values({
					...{ ...here, id, file_name: 'a.csv', layout: 'A spreadsheet', brought_by: by, brought_at: at },
					...{ added: 1, changed: 0, same: 0, left_out: '[]' },
				})
				.execute();
			return sql`insert into imported_figure
				(partnership_id, import_id, school_id, publisher, measure, pupil_group, year, value, pupils, stated_at, keys)
				values (${home.partnershipId}, ${id}, ${figure.school ?? schoolId}, ${figure.publisher ?? 'school'}, 'ks2 rwm expected', 'all',
					'2024-25', 80, 30, ${figure.statedAt ?? at}, ${figure.keys})`.execute(db);
		};
	const changes = (set: ReturnType<typeof sql>) => (db: Transaction<Tables>) =>
		sql`update measure set ${set} where id = ${figureId}`.execute(db);

	describe('R6 bringing figures in', () => {
		const own = (by: string) => ({ keys: [`person:${by}`, `staff:${home.members[0]}`] });
		const published = () => ({ publisher: 'DfE', keys: [`partnership:${home.partnershipId}`] });

		test('is for heads of their school and for those who organise', async () => {
			expect(await writes(head, brings(head, own(head)))).toBe(1);
			expect(await writes(head, brings(head, published()))).toBe(1);
			expect(await writes(administrator, brings(administrator, own(administrator)))).toBe(1);
			for (const by of [staff, otherHead, elsewhere.chair])
				for (const figure of [own(by), published()]) expect(await writes(by, brings(by, figure))).toBe(0);
			expect(await writes(head, brings(head, { ...own(head), school: otherSchool }))).toBe(0);
			expect(await writes(head, brings(otherHead, own(head)))).toBe(0);
		});

		test('opens a figure only by its head, and none to keys of others', async () => {
			const opened = (by: string, key: string) => ({ keys: [...own(by).keys, key] });
			expect(await writes(head, brings(head, opened(head, `heads:${home.partnershipId}`)))).toBe(1);
			for (const key of [
				`person:${otherHead}`,
				`staff:${home.members[1]}`,
				`heads:${elsewhere.partnershipId}`,
			])
				expect(await writes(head, brings(head, opened(head, key)))).toBe(0);
			const circle = `partnership:${home.partnershipId}`;
			expect(await writes(administrator, brings(administrator, opened(administrator, circle)))).toBe(0);
		});

		test('says nothing that is not said yet, and DfE’s only for everyone', async () => {
			expect(
				await writes(head, brings(head, { ...own(head), statedAt: new Date('2031-01-01T00:00:00Z') })),
			).toBe(0);
			expect(await writes(head, brings(head, { ...own(head), publisher: 'DfE' }))).toBe(0);
		});
	});

	describe('R6 a figure entered by hand', () => {
		test('is changed by its head and those who organise, who sign for it', async () => {
			const value = (by: string) =>
				changes(sql`value = 76, version = 2, changed_by = ${by}, changed_at = ${at},
				former = former || '[{"value": 75}]'::jsonb`);
			expect(await writes(head, value(head))).toBe(1);
			expect(await writes(administrator, value(administrator))).toBe(1);
			expect(await writes(administrator, value(head))).toBe(0);
			expect(await writes(head, changes(sql`value = 76`))).toBe(0);
			expect(
				await writes(head, changes(sql`former = '[]', value = 76, version = 2, changed_by = ${head}`)),
			).toBe(0);
			// They read it, and that is all.
			for (const by of [otherHead, staff]) expect(await writes(by, value(by))).toBe(0);
			for (const by of [otherHead, staff])
				expect(await writes(by, changes(sql`withdrawn_by = ${by}, withdrawn_at = ${at}`))).toBe(0);
			expect(await writes(head, changes(sql`withdrawn_by = ${administrator}, withdrawn_at = ${at}`))).toBe(0);
		});

		test('is opened by its head alone, and only to circles of its own', async () => {
			const opened = (key: string) => changes(sql`keys = keys || ${[key]}::text[]`);
			expect(await writes(head, opened(`heads:${home.partnershipId}`))).toBe(1);
			for (const by of [otherHead, staff, administrator])
				expect(await writes(by, opened(`heads:${home.partnershipId}`))).toBe(0);
			for (const key of [
				`person:${otherHead}`,
				`heads:${elsewhere.partnershipId}`,
				`governors:${home.members[1]}`,
			])
				expect(await writes(head, opened(key))).toBe(0);
			expect(await writes(head, changes(sql`keys = ${[`person:${head}`]}::text[]`))).toBe(0);
		});

		test('is entered for no other school, and under no keys of others', async () => {
			const enters = (by: string, keys: string[]) => (db: Transaction<Tables>) =>
				sql`insert into measure (partnership_id, id, school_id, measure, pupil_group, year, value, entered_by, stated_at, keys)
					values (${home.partnershipId}, ${randomUUIDv7()}, ${schoolId}, 'ks1 rwm expected', 'all', '2018-19', 60, ${by}, ${at}, ${keys})`.execute(
					db,
				);
			expect(await writes(head, enters(head, [`person:${head}`]))).toBe(1);
			expect(await writes(head, enters(head, [`person:${otherHead}`]))).toBe(0);
			for (const by of [staff, otherHead]) expect(await writes(by, enters(by, [`person:${by}`]))).toBe(0);
			const circle = `partnership:${home.partnershipId}`;
			expect(await writes(administrator, enters(administrator, [circle]))).toBe(0);
		});
	});

	test('R6 what is hidden is told to members alone, and of figures that are closed only to those who bring others in', async () => {
		const told = (by: string, of: ReturnType<typeof sql>) =>
			database().as(person(by), today, async (db) => {
				const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${of}`.execute(db);
				return rows[0]!.n;
			});
		const hidden = sql`app_hidden_figures(${home.partnershipId}, ${[schoolId]}::uuid[], ${['phonics expected']}::text[])`;
		for (const by of [head, otherHead, staff]) expect(await told(by, hidden)).toBe(1);
		for (const by of [elsewhere.chair, randomUUIDv7()]) expect(await told(by, hidden)).toBe(0);
		await database().asOwner((db) =>
			sql`update measure set keys = ${[`staff:${home.members[0]}`]}::text[] where id = ${figureId}`.execute(
				db,
			),
		);
		const closed = sql`app_closed_figures(${home.partnershipId}, ${[schoolId]}::uuid[])`;
		expect(await told(administrator, closed)).toBe(1);
		for (const by of [head, otherHead, staff, elsewhere.chair]) expect(await told(by, closed)).toBe(0);
	});
});

/** Ends a transaction without keeping what it wrote. */
class Undone extends Error {
	readonly rows: number;
	constructor(rows: number) {
		super('Undone');
		this.rows = rows;
	}
}
