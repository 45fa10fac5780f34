import { expect, test } from 'vitest';
import { seriesOf } from '#domain/outcome/model.ts';
import type { SchoolYear } from '#domain/outcome/year.ts';
import { commentsOf } from './outcome-chart.ts';

const saidWith = (year: SchoolYear, comment: string) => ({
	year,
	value: 60,
	pupils: 30,
	comment,
	source: 'The school’s own',
});
const ofGroup = (group: 'girls' | 'boys', ...figures: ReturnType<typeof saidWith>[]) => ({
	group,
	runs: seriesOf('phonics expected', figures, '2024-10-01'),
});

test('CEN-7 what is said of years stands in their order, once however often it is said', () => {
	expect(
		commentsOf(
			[
				ofGroup('girls', saidWith('2022-23', 'A new scheme.'), saidWith('2021-22', '')),
				ofGroup('boys', saidWith('2022-23', 'A new scheme.')),
			],
			[
				{ year: '2022-23', words: 'A new scheme.' },
				{ year: '2022-23', words: 'And a new teacher.' },
				{ year: '2019-20', words: 'Schools were closed.' },
			],
		),
	).toEqual([
		{ year: '2020', words: 'Schools were closed.' },
		{ year: '2023', words: 'A new scheme.' },
		{ year: '2023', words: 'And a new teacher.' },
	]);
	expect(commentsOf([], [])).toEqual([]);
});
