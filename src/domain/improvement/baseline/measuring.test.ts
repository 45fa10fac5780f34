import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { readableNow } from '#domain/agenda/readable.server.ts';
import { preparedReview, type PreparedReview } from '#domain/evidence/prepared-review.fixture.ts';
import { published } from '#domain/report/written-report.fixture.ts';
import { release, takeBack } from '#domain/review/deeds/sharing.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { forEachEngine } from '#test/database.ts';
import { acted } from '../pack/acted-review.fixture.ts';
import { takeBackImpact } from '../impact/deeds.server.ts';
import { readsImpact, toldImpact } from '../impact/queries.server.ts';
import { changeBaseline, measureBaseline, takeBackBaseline } from './deeds.server.ts';
import { changeMeasurement, measureAgain, takeBackMeasurement, tellMeasurement } from './measuring.server.ts';
import { baselineOf, day, later, onMeasured, said, type Someone } from './measured-review.fixture.ts';
import { baselinesOf } from './queries.server.ts';

forEachEngine((database) => {
	let review: PreparedReview;
	beforeAll(async () => {
		review = await acted(database());
	});

	const does = <T>(
		who: Someone,
		deed: (ctx: Context, input: unknown) => Promise<T>,
		form: object,
		on: PreparedReview = review,
	) => onMeasured(on, who, deed, form);
	const read = (who: Someone, on: PreparedReview = review) =>
		on.as(
			who,
			async (ctx) => {
				const opened = await openReview(ctx, on.reviewId);
				return opened ? baselinesOf(ctx, opened) : [];
			},
			day,
		);
	const one = async (id: string, who: Someone = 'host') => (await read(who)).find((found) => found.id === id);
	const baseline = (on: PreparedReview = review) => baselineOf(on);
	const measured = async (baselineId: string, more: object = {}) => {
		const form = { id: randomUUIDv7(), baselineId, ...later, ...more };
		expect(await does('host', measureAgain, form)).toMatchObject({ is: 'done' });
		return form.id;
	};

	test('HEP-6 a baseline and what is measured later are read by the team, by day; the same form twice is one', async () => {
		const form = { id: randomUUIDv7(), ...said };
		for (const _ of [1, 2]) expect(await does('coHead', measureBaseline, form)).toMatchObject({ is: 'done' });
		await measured(form.id);
		await measured(form.id, { figure: '64%', measuredOn: '2027-03-01', words: '' });
		const { measuredOn: on, ...rest } = said;
		expect((await read('reviewer')).filter(({ id }) => id === form.id)).toMatchObject([
			{
				...{ ...rest, on, writtenBy: 'Demo coHead', version: 1, former: [] },
				measurements: [
					{ figure: '64%', on: '2027-03-01', words: '', told: null },
					{ figure: '70%', on: '2027-06-01', words: 'They plan first.', writtenBy: 'Demo host' },
				],
			},
		]);
	});

	test('nobody but heads of the host measures, puts right or takes back', async () => {
		const baselineId = await baseline();
		const measurementId = await measured(baselineId);
		for (const who of ['reviewer', 'facilitator', 'chair', 'governor', 'otherHead', 'outsider'] as const) {
			const deeds = [
				does(who, measureBaseline, { id: randomUUIDv7(), ...said }),
				does(who, changeBaseline, { baselineId, version: 1, ...said, figure: '9%' }),
				does(who, takeBackBaseline, { baselineId }),
				does(who, measureAgain, { id: randomUUIDv7(), baselineId, ...later }),
				does(who, changeMeasurement, { baselineId, measurementId, version: 1, ...later, figure: '9%' }),
				does(who, takeBackMeasurement, { baselineId, measurementId }),
				does(who, tellMeasurement, { baselineId, measurementId, heading: 'assessment' }),
			];
			for (const { is } of await Promise.all(deeds)) expect(is, who).toMatch(/denied|missing/);
		}
		expect(await one(baselineId)).toMatchObject({ figure: '61%', measurements: [{ figure: '70%' }] });
	});

	test.each([
		['nothing measured', { measure: ' ' }, { measure: 'Say what is measured.' }],
		['no framework', { framework: '' }, { framework: 'Name the framework or test it is measured by.' }],
		['no figure', { figure: '' }, { figure: 'Give the figure.' }],
		['words for a figure', { figure: 'most' }, { figure: 'Begin with the figure, such as 61% or 12 of 30.' }],
		['no day', { measuredOn: '' }, { measuredOn: 'Give the day it was measured.' }],
		['a day to come', { measuredOn: '2027-06-05' }, { measuredOn: 'That day is still to come.' }],
	])('a baseline is refused by its field: %s', async (_, more, fields) => {
		const outcome = await does('host', measureBaseline, { id: randomUUIDv7(), ...said, ...more });
		expect(outcome).toEqual({ is: 'invalid', fields });
	});

	test.each([
		['a day to come', { measuredOn: '2027-06-05' }, 'That day is still to come.'],
		['a day before the baseline', { measuredOn: '2026-12-02' }, 'That was before the baseline was measured.'],
	])('a later figure is refused of %s, also when it is put right', async (_, more, measuredOn) => {
		const baselineId = await baseline();
		const refused = { is: 'invalid', fields: { measuredOn } };
		const form = { baselineId, ...later, ...more };
		expect(await does('host', measureAgain, { id: randomUUIDv7(), ...form })).toEqual(refused);
		const measurementId = await measured(baselineId);
		expect(await does('host', changeMeasurement, { measurementId, version: 1, ...form })).toEqual(refused);
	});

	test('a baseline is not moved behind a later figure', async () => {
		const baselineId = await baseline();
		await measured(baselineId);
		const form = { baselineId, version: 1, ...said, measuredOn: '2027-06-02' };
		expect(await does('host', changeBaseline, form)).toEqual({
			is: 'invalid',
			fields: { measuredOn: 'A later figure was measured before that day.' },
		});
		expect((await does('host', changeBaseline, { ...form, measuredOn: '2027-06-01' })).is).toBe('done');
	});

	test('put right, it keeps what it said; sent twice it is done once, and from an older page it changes nothing', async () => {
		const baselineId = await baseline();
		const measurementId = await measured(baselineId);
		const form = { baselineId, version: 1, ...said, figure: '60%' };
		for (const _ of [1, 2]) expect((await does('coHead', changeBaseline, form)).is).toBe('done');
		expect((await does('host', changeBaseline, { ...form, figure: '59%' })).is).toBe('conflict');
		const again = { baselineId, measurementId, version: 1, ...later, figure: '71%' };
		for (const _ of [1, 2]) expect((await does('host', changeMeasurement, again)).is).toBe('done');
		expect((await does('host', changeMeasurement, { ...again, figure: '72%' })).is).toBe('conflict');
		expect(await one(baselineId, 'reviewer')).toMatchObject({
			...{ figure: '60%', writtenBy: 'Demo coHead', version: 2 },
			former: [
				{
					figure: '61%',
					on: '2026-12-03',
					framework: said.framework,
					hoped: said.hoped,
					until: expect.any(String),
				},
			],
			measurements: [
				{
					figure: '71%',
					version: 2,
					former: [{ figure: '70%', words: 'They plan first.', on: '2027-06-01' }],
				},
			],
		});
	});

	test('taken back it is gone for everybody, and nothing is measured or told under it', async () => {
		const baselineId = await baseline();
		const measurementId = await measured(baselineId);
		const gone = await measured(baselineId, { figure: '65%' });
		await does('coHead', takeBackMeasurement, { baselineId, measurementId: gone });
		expect((await one(baselineId))!.measurements.map(({ id }) => id)).toEqual([measurementId]);
		await does('host', takeBackBaseline, { baselineId });
		expect(await one(baselineId)).toBeUndefined();
		const missing = { is: 'missing' };
		expect(await does('host', measureAgain, { id: randomUUIDv7(), baselineId, ...later })).toEqual(missing);
		expect(await does('host', changeBaseline, { baselineId, version: 1, ...said })).toEqual(missing);
		const about = { baselineId, measurementId, heading: 'assessment' };
		expect(await does('host', tellMeasurement, about)).toEqual(missing);
	});

	test('CSC-29 a later figure is told as impact as it stands, once, and is measured', async () => {
		const told = () =>
			review.as('reviewer', async (ctx) => toldImpact(ctx, (await openReview(ctx, review.reviewId))!), day);
		const baselineId = await baseline();
		const measurementId = await measured(baselineId);
		const bare = await measured(baselineId, { words: '', measuredOn: '2027-06-02' });
		const about = { baselineId, measurementId, heading: 'assessment' };
		expect(await does('host', tellMeasurement, { ...about, heading: '' })).toEqual({
			is: 'invalid',
			fields: { heading: 'Choose the heading it belongs under.' },
		});
		for (const _ of [1, 2]) expect((await does('host', tellMeasurement, about)).is).toBe('done');
		await does('host', tellMeasurement, { ...about, measurementId: bare });
		expect(await told()).toMatchObject([
			{
				...{ id: measurementId, words: 'They plan first.', pupils: 'Year 5', source: said.framework },
				measure: { what: said.measure, before: '61%', now: '70%' },
			},
			{ id: bare, words: '61% on 3 December 2026, 70% on 2 June 2027: up 9 percentage points.' },
		]);
		expect((await one(baselineId))!.measurements[0]!.told).toEqual({ before: '61%', now: '70%' });
		await does('host', takeBackImpact, { impactId: measurementId });
		expect((await one(baselineId))!.measurements[0]!.told).toBeNull();
		expect((await does('host', tellMeasurement, about)).is).toBe('done');
		expect((await told()).map(({ id }) => id)).toContain(measurementId);
	});

	test('CSC-29 another head of the school finds it told already, and tells it again once it was taken back', async () => {
		const baselineId = await baseline();
		const measurementId = await measured(baselineId);
		const about = { baselineId, measurementId, heading: 'assessment' };
		for (const who of ['host', 'coHead'] as const)
			expect((await does(who, tellMeasurement, about)).is).toBe('done');
		await does('host', takeBackImpact, { impactId: measurementId });
		expect((await does('coHead', tellMeasurement, about)).is).toBe('done');
		expect((await one(baselineId))!.measurements[0]!.told).toEqual({ before: '61%', now: '70%' });
	});

	test('the same form sent again with other words comes back as a conflict and changes nothing', async () => {
		const form = { id: randomUUIDv7(), ...said };
		await does('host', measureBaseline, form);
		expect(await does('host', measureBaseline, { ...form, hoped: '80%' })).toMatchObject({
			...{ is: 'conflict', current: { hoped: said.hoped, measuredOn: said.measuredOn } },
		});
		const again = { id: randomUUIDv7(), baselineId: form.id, ...later };
		await does('host', measureAgain, again);
		expect(await does('host', measureAgain, { ...again, words: 'Otherwise.' })).toMatchObject({
			...{ is: 'conflict', current: { words: later.words } },
		});
		expect(await does('host', measureAgain, again)).toEqual({ is: 'done', value: { id: again.id } });
		expect(await one(form.id)).toMatchObject({ hoped: said.hoped, measurements: [{ words: later.words }] });
	});

	test('a review has twenty baselines at most, and each twenty later figures', async () => {
		const full = await acted(database());
		const { partnershipId, reviewId, people } = full;
		const baselineId = await baseline(full);
		await database().asOwner(async (db) => {
			await sql`insert into baseline (partnership_id, id, review_id, measure, framework, pupils, figure, measured_on, hoped,
				written_by, written_at, keys)
				select ${partnershipId}, gen_random_uuid(), ${reviewId}, 'More', 'Ours', '', '1', '2027-01-01', '', ${people.host}, now(), ${[`host:${reviewId}`]}
				from generate_series(1, 19)`.execute(db);
			await sql`insert into measurement (partnership_id, id, review_id, baseline_id, figure, measured_on, words, written_by, written_at, keys)
				select ${partnershipId}, gen_random_uuid(), ${reviewId}, ${baselineId}, '1', '2027-01-01', '', ${people.host}, now(), ${[`host:${reviewId}`]}
				from generate_series(1, 20)`.execute(db);
		});
		expect(await does('host', measureBaseline, { id: randomUUIDv7(), ...said }, full)).toMatchObject({
			fields: { '': expect.stringMatching(/at most 20 baselines/) },
		});
		expect((await does('host', measureBaseline, { id: baselineId, ...said }, full)).is).toBe('done');
		const again = { id: randomUUIDv7(), baselineId, ...later };
		expect(await does('host', measureAgain, again, full)).toMatchObject({
			fields: { '': expect.stringMatching(/at most 20 later figures/) },
		});
	});

	test('NFS-11 measured once the report is out, not before; one alone opens the place of impact', async () => {
		const early = await preparedReview(database());
		const measure = () => does('host', measureBaseline, { id: randomUUIDv7(), ...said }, early);
		expect(await measure()).toMatchObject({
			fields: { '': expect.stringMatching(/once the report is out/) },
		});
		await published(early);
		const open = (who: Someone) =>
			early.as(
				who,
				async (ctx) => {
					const opened = await openReview(ctx, early.reviewId);
					const listed = await readableNow(ctx, { ...early, id: early.reviewId });
					return { page: opened !== null && (await readsImpact(ctx, opened)), listed: listed.actions };
				},
				day,
			);
		expect(await open('host')).toEqual({ page: true, listed: false });
		expect((await measure()).is).toBe('done');
		expect(await open('host')).toEqual({ page: true, listed: true });
		expect(await open('otherHead')).toEqual({ page: false, listed: false });
	});

	test('NFS-13 read further when the actions are opened, and no longer when they are closed', async () => {
		const opened = await acted(database());
		const baselineId = await baseline(opened);
		await does('host', measureAgain, { id: randomUUIDv7(), baselineId, ...later }, opened);
		const figures = async () =>
			(await read('otherHead', opened)).flatMap(({ figure, measurements }) => [figure, measurements.length]);
		expect(await figures()).toEqual([]);
		const releaseId = randomUUIDv7();
		await does('host', release, { id: releaseId, thing: 'actions', audience: 'heads' }, opened);
		expect(await figures()).toEqual(['61%', 1]);
		await does('host', takeBack, { releaseId }, opened);
		expect(await figures()).toEqual([]);
	});
});
