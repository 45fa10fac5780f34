import { expect, test } from 'vitest';
import type { MeasureKey } from './measures.ts';
import { seriesOf } from './model.ts';
import { tell } from './telling.ts';
import type { SchoolYear } from './year.ts';

const told = (figures: [SchoolYear, number | null][], measure: MeasureKey = 'ks2 rwm expected') =>
	tell(measure, {
		group: 'all',
		runs: seriesOf(
			measure,
			figures.map(([year, value]) => ({ year, value, pupils: 30, comment: '', source: 'DfE' })),
			'2022-10-01',
		),
	}).replaceAll('\u00a0', ' ');

test('CEN-7 CSC-27 a series in sentences: how far it moved, never across a change, and why years are missing', () => {
	expect(
		told([
			['2014-15', 68],
			['2015-16', 52],
			['2016-17', null],
			['2018-19', 72],
		]),
	).toBe(
		'All pupils: From 52 % in 2016 to 72 % in 2019, 20 percentage points up. Not shown for 2017: too few pupils, or held back. No national assessments in 2020 and 2021. What is assessed changed in 2016: years on either side are not compared.',
	);
	expect(told([['2021-22', 60]])).toBe('All pupils: 60 % in 2022.');
	expect(
		told(
			[
				['2017-18', -1.5],
				['2018-19', -1.5],
			],
			'ks2 reading progress',
		),
	).toContain('From -1.5 in 2018 to -1.5 in 2019, the same.');
	expect(told([])).toBe('');
});
