import { describe, expect, test } from 'vitest';
import { seriesOf, type Figure } from './model.ts';
import type { SchoolYear } from './year.ts';

const figure = (
	year: SchoolYear,
	value: number | null,
	pupils: number | null = 60,
	source = 'school',
): Figure => ({
	year,
	value,
	pupils,
	comment: '',
	source,
});
const today = '2022-03-01';
const series = (...figures: Figure[]) => seriesOf('ks2 rwm expected', figures, today);
const states = (...figures: Figure[]) =>
	series(...figures).flatMap(({ points }) => points.map(({ year, is }) => `${year} ${is}`));

describe('a series of outcomes', () => {
	test('CEN-7, CSC-27: is broken where the measure changed in 2016', () => {
		const runs = series(
			figure('2013-14', 68),
			figure('2014-15', 68),
			figure('2015-16', 52),
			figure('2016-17', 72),
		);
		expect(runs.slice(0, 1)).toMatchObject([
			{ begins: 'start', points: [{ year: '2013-14' }, { year: '2014-15' }] },
		]);
		expect(runs[1]).toMatchObject({
			begins: 'measure changed',
			points: [{ year: '2015-16' }, { year: '2016-17' }, {}, {}, {}, {}, {}],
		});
	});

	test('says cancelled, not yet or not held of a year without a figure, and never nought', () => {
		expect(states(figure('2017-18', 70))).toEqual([
			'2017-18 figures',
			'2018-19 not held',
			'2019-20 cancelled',
			'2020-21 cancelled',
			'2021-22 not yet',
		]);
		expect(JSON.stringify(series(figure('2017-18', 70)))).not.toMatch(/"value":0|NaN/);
	});

	test('says optional once taking part is', () => {
		const runs = seriesOf('ks1 rwm expected', [figure('2022-23', 60)], '2024-10-01');
		expect(runs.flatMap(({ points }) => points.map(({ is }) => is))).toEqual(['figures', 'optional']);
	});

	test('a true nought is a figure', () => {
		expect(series(figure('2017-18', 0))[0]!.points[0]).toMatchObject({
			is: 'figures',
			figures: [{ value: 0 }],
		});
	});

	test('a year is suppressed where nobody’s figure is shown, and what is hidden of one hides no other', () => {
		expect(states(figure('2017-18', null, null, 'DfE'), figure('2017-18', null))[0]).toBe(
			'2017-18 suppressed',
		);
		expect(
			series(figure('2017-18', 70, 60, 'DfE'), figure('2017-18', null, null))[0]!.points[0],
		).toMatchObject({
			figures: [{ source: 'DfE', value: 70 }],
		});
	});

	test('shows what two sources say of one year side by side', () => {
		const [run] = series(figure('2016-17', 72, 144, 'DfE'), figure('2016-17', 72.5, null, 'school'));
		expect(run!.points[0]).toMatchObject({ figures: [{ source: 'DfE' }, { source: 'school' }] });
	});

	test('without figures is empty', () => expect(series()).toEqual([]));
});
