import { randomUUIDv7 } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadRegister } from '#domain/register/load.server.ts';
import { inContext, type Context } from '#platform/context.ts';
import { person } from '#platform/principal.ts';
import { forEachEngine } from '#test/database.ts';
import { enterMeasure } from './actions.server.ts';
import { addResults, loadResults } from './load.server.ts';
import { readExtract } from './extract.server.ts';
import { schoolSeries } from './queries.server.ts';

const now = new Date('2026-11-23T10:00:00Z');
const [partnershipId, elsewhere, schoolId, academyId, convertedId, memberId, otherMember] = Array.from(
	{ length: 7 },
	() => randomUUIDv7(),
) as [string, string, string, string, string, string, string];
const people = {
	head: randomUUIDv7(),
	otherHead: randomUUIDv7(),
	governor: randomUUIDv7(),
	chair: randomUUIDv7(),
	stranger: randomUUIDv7(),
};

forEachEngine((database) => {
	const as = <T>(who: keyof typeof people, work: (ctx: Context) => Promise<T>) =>
		inContext(database(), person(people[who]), now, work);
	const entry = (over: Record<string, unknown> = {}) => ({
		id: randomUUIDv7(),
		partnershipId,
		schoolId,
		measure: 'ks2 rwm expected',
		year: '2017',
		value: '72',
		pupils: '148',
		comment: 'Writing moderated across the trio.',
		...over,
	});
	const years = async (who: keyof typeof people, id = schoolId) =>
		(await as(who, (ctx) => schoolSeries(ctx, { partnershipId, schoolId: id }, 'ks2 rwm expected')))
			?.flatMap(({ runs }) => runs)
			.flatMap(({ points }) => points)
			.flatMap((point) => (point.is === 'figures' ? point.figures : []))
			.map(({ year, value, source }) => `${year} ${value} ${source.slice(0, 3)}`);

	beforeAll(async () => {
		await loadRegister(database());
		expect(await loadResults(database())).toBe(true);
		expect(await loadResults(database())).toBe(false);
		await database().asOwner(async (db) => {
			for (const [name, id] of Object.entries(people))
				await db
					.insertInto('person')
					.values({ id, name, email: `${name}.${id}@example.org`.toLowerCase() })
					.execute();
			for (const id of [partnershipId, elsewhere])
				await db.insertInto('partnership').values({ id, name: id, founded_by: people.chair }).execute();
			const here = { partnership_id: partnershipId };
			await db
				.insertInto('school')
				.values([
					{ ...here, id: schoolId, urn: 137971, name: 'Moulsham Junior School' },
					{ ...here, id: academyId, urn: 151534, name: 'An academy with a new number' },
					{ ...here, id: convertedId, urn: 144882, name: 'An academy since the summer of 2017' },
				])
				.execute();
			for (const id of [memberId, otherMember])
				await db
					.insertInto('member')
					.values({ ...here, id, name: id, from_day: '2020-09-01' })
					.execute();
			await db
				.insertInto('member_school')
				.values({ ...here, member_id: memberId, school_id: schoolId })
				.execute();
			const since = { from_day: '2020-09-01', added_by: people.chair };
			for (const [who, member, role] of [
				['head', memberId, 'headteacher'],
				['otherHead', otherMember, 'headteacher'],
				['governor', memberId, 'governor'],
			] as const) {
				const id = randomUUIDv7();
				await db
					.insertInto('appointment')
					.values({ ...here, ...since, id, person_id: people[who], member_id: member, role })
					.execute();
				await db
					.insertInto('appointment_confirmation')
					.values({ ...here, appointment_id: id, confirmed_by: people.chair })
					.execute();
			}
			await db
				.insertInto('responsibility')
				.values({ ...here, ...since, id: randomUUIDv7(), person_id: people.chair, role: 'chair' })
				.execute();
			await db
				.insertInto('responsibility')
				.values({
					...since,
					partnership_id: elsewhere,
					id: randomUUIDv7(),
					person_id: people.stranger,
					role: 'chair',
				})
				.execute();
		});
	}, 120_000);

	test('CEN-7: Moulsham Junior has 52 in 2016 and 72 in 2017', async () =>
		expect(await years('chair')).toEqual([
			'2015-16 52 DfE',
			'2016-17 72 DfE',
			'2017-18 77 DfE',
			'2023-24 58 DfE',
			'2024-25 67 DfE',
		]));

	test('a new URN has the results of the URNs before it', async () =>
		expect((await years('chair', academyId))!.slice(-2)).toEqual(
			[...readExtract()]
				.filter(({ urn }) => urn === 145856)
				.map(({ year, rwmExpected }) => `${year} ${rwmExpected} DfE`)
				.slice(-2),
		));

	test('in the year in which it took another number, a school has the results of the former, which are not held back', async () =>
		expect(await years('chair', convertedId)).toEqual(
			expect.arrayContaining(['2016-17 52 DfE', '2017-18 56 DfE']),
		));

	test("CEN-7: the head's figures stand beside the published ones, before and after the change of 2016", async () => {
		for (const [year, value] of [
			['2014', '68'],
			['2014-15', '68'],
			['2016', '52'],
			['2017', '72'],
		])
			expect(
				await as('head', (ctx) => enterMeasure(ctx, entry({ year, value, source: 'our own' }))),
			).toMatchObject({ is: 'done' });
		expect((await years('head'))!.slice(0, 6)).toEqual([
			'2013-14 68 our',
			'2014-15 68 our',
			'2015-16 52 DfE',
			'2015-16 52 our',
			'2016-17 72 DfE',
			'2016-17 72 our',
		]);
	});

	test('what a school entered is for its own staff until its head shares it', async () => {
		expect((await years('otherHead'))!.filter((one) => one.endsWith('our'))).toEqual([]);
		expect((await years('governor'))!.filter((one) => one.endsWith('our'))).toEqual([]);
		const shared = entry({
			year: '2012',
			value: '61',
			source: 'our own',
			sharedWith: ['governors', 'heads'],
		});
		expect(await as('head', (ctx) => enterMeasure(ctx, shared))).toMatchObject({ is: 'done' });
		expect(await years('otherHead')).toContain('2011-12 61 our');
		expect(await years('governor')).toContain('2011-12 61 our');
		expect(await years('chair')).not.toContain('2011-12 61 our');
	});

	test('CEN-7 without how many pupils it is shown to nobody in the chart, and DfE’s figure of the year is', async () => {
		const unsized = entry({ year: '2018', value: '90', pupils: '', sharedWith: ['heads'] });
		expect(await as('head', (ctx) => enterMeasure(ctx, unsized))).toMatchObject({ is: 'done' });
		for (const who of ['head', 'otherHead'] as const)
			expect((await years(who))!.filter((one) => one.startsWith('2017-18'))).toEqual(
				// DfE’s number of pupils says that they are enough.
				['2017-18 77 DfE', '2017-18 90 The'],
			);
		const alone = entry({ year: '2009', value: '88', pupils: '', sharedWith: ['heads'] });
		expect(await as('head', (ctx) => enterMeasure(ctx, alone))).toMatchObject({ is: 'done' });
		for (const who of ['head', 'otherHead'] as const)
			expect((await years(who))!.filter((one) => one.startsWith('2008-09'))).toEqual([]);
	});

	test('the same form twice is one figure; another for the year is refused, also by one who cannot see the first', async () => {
		const once = entry({ year: '2013', value: '66' });
		for (const _ of [1, 2])
			expect(await as('head', (ctx) => enterMeasure(ctx, once))).toEqual({
				is: 'done',
				value: { id: once.id },
			});
		for (const who of ['head', 'chair'] as const)
			expect(await as(who, (ctx) => enterMeasure(ctx, entry({ year: '2012-13', value: '70' })))).toEqual({
				is: 'invalid',
				fields: { year: 'There is already a figure for 2013.' },
			});
	});

	test('others are refused, and strangers find nothing', async () => {
		for (const who of ['otherHead', 'governor'] as const)
			expect(await as(who, (ctx) => enterMeasure(ctx, entry({ year: '2011' })))).toEqual({ is: 'denied' });
		expect(await as('stranger', (ctx) => enterMeasure(ctx, entry({ year: '2011' })))).toEqual({
			is: 'missing',
		});
		expect(
			await as('stranger', (ctx) => enterMeasure(ctx, entry({ year: '2011', partnershipId: elsewhere }))),
		).toEqual({
			is: 'missing',
		});
		expect(await years('stranger')).toBeUndefined();
		expect(
			await as('chair', (ctx) => enterMeasure(ctx, entry({ year: '2011', sharedWith: ['heads'] }))),
		).toEqual({ is: 'denied' });
	});

	describe('a figure is refused beside its field', () => {
		test.each([
			[{ value: '101' }, 'value'],
			[{ value: '-1' }, 'value'],
			[{ value: 'most' }, 'value'],
			[{ value: '' }, 'value'],
			[{ value: '85', measure: 'ks2 maths score', year: '2017', pupils: 'many' }, 'pupils'],
			[{ value: '52', measure: 'ks2 maths score' }, 'value'],
			[{ year: '17' }, 'year'],
			[{ year: '2016-18' }, 'year'],
			[{ year: '2029' }, 'year'],
			[{ year: '2020' }, 'year'],
			[{ measure: 'happiness' }, 'measure'],
			[{ pupilGroup: 'left-handed' }, 'pupilGroup'],
			[{ comment: 'x'.repeat(1_000_000) }, 'comment'],
			[{ source: 'a\u0000b' }, 'source'],
			[{ sharedWith: ['everybody'] }, 'sharedWith'],
		])('%j', async (over, field) => {
			const outcome = await as('head', (ctx) => enterMeasure(ctx, entry({ year: '2010', ...over })));
			expect(outcome).toMatchObject({ is: 'invalid', fields: { [field]: expect.stringMatching(/\S/) } });
		});
	});

	test('a school year is refused until it begins, also in the calendar year in which it does', async () => {
		const entering = (year: string) =>
			inContext(database(), person(people.head), new Date('2026-03-02T10:00:00Z'), (ctx) =>
				enterMeasure(ctx, entry({ year })),
			);
		expect(await entering('2026-27')).toEqual({
			is: 'invalid',
			fields: { year: 'The year 2026-27 has not begun yet.' },
		});
		expect(await entering('2025-26')).toMatchObject({ is: 'done' });
	});

	test('newer results overwrite what is held for the year', async () => {
		const old = [...readExtract()].find(({ urn, year }) => urn === 137971 && year === '2015-16')!;
		expect(await addResults(database(), [{ ...old, rwmExpected: 53 }], '2026-11-23')).toBe(1);
		expect(await years('chair')).toContain('2015-16 53 DfE');
	});
});
