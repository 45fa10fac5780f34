import { describe, expect, test } from 'vitest';
import { publishedTestWeeks } from './data/test-weeks.ts';
import { weekday } from './day.ts';
import { startOf } from './school-year.ts';
import { agesOf, anyAge, sits, tests } from './test-ages.ts';
import { testWeekAt, testWeeksByRule, testWeeksOf } from './test-weeks.ts';

describe('test weeks', () => {
	test.each(Object.keys(publishedTestWeeks))('the rule agrees with what was published for %s', (name) => {
		expect(testWeeksByRule(startOf(name) + 1)).toEqual(
			expect.arrayContaining([...publishedTestWeeks[name]!]),
		);
	});

	test('are said to be provisional where nobody has published them', () => {
		const supposed = (name: string) =>
			testWeeksOf(name).flatMap(({ test: { name: called }, provisional }) => (provisional ? called : []));
		expect(supposed('2023-24')).toEqual([]);
		expect(supposed('2025-26')).toEqual(['GCSE and A level exams']);
		expect(supposed('2031-32')).toHaveLength(4);
		for (let year = 2015; year < 2095; year += 1)
			for (const {
				from,
				to,
				test: { name },
			} of testWeeksByRule(year))
				expect([weekday(from) < 6, weekday(to) < 6, from < to], `${name} ${year}`).toEqual([
					true,
					true,
					true,
				]);
	});

	test('a day in the week of tests is told, for the schools whose pupils sit them', () => {
		const primary = [{ low: 4, high: 11 }];
		expect(testWeekAt('2026-05-12', primary)).toBe('the Key Stage 2 tests');
		expect(testWeekAt('2026-05-15', primary)).toBe('the Key Stage 2 tests');
		expect(testWeekAt('2026-05-12', [{ low: 11, high: 16 }])).toBe('GCSE and A level exams');
		expect(testWeekAt('2026-05-18', primary)).toBeNull();
		expect(testWeekAt('2026-05-12', [])).toBeNull();
	});

	test.each([
		['infant', [{ low: 4, high: 7 }], ['phonics']],
		['junior', [{ low: 7, high: 11 }], ['tables', 'ks2']],
		[
			'infant and junior run as one',
			[
				{ low: 4, high: 7 },
				{ low: 7, high: 11 },
			],
			['phonics', 'tables', 'ks2'],
		],
		['first', [{ low: 3, high: 9 }], ['phonics', 'tables']],
		['middle', [{ low: 9, high: 13 }], ['ks2']],
		['secondary', [{ low: 11, high: 18 }], ['exams']],
		['sixth form college', [{ low: 16, high: 19 }], ['exams']],
		['all-through', [{ low: 4, high: 18 }], ['phonics', 'tables', 'ks2', 'exams']],
		['nursery', [{ low: 2, high: 5 }], []],
	])('which tests the pupils of a school sit: %s', (_, schools, asked) => {
		const sat = Object.entries(tests).filter(([, one]) => sits(schools, one));
		expect(sat.map(([key]) => key)).toEqual(asked);
	});

	test('the register’s ages come first, then its word for the phase; where neither says, of any age', () => {
		expect(agesOf(4, 7, 'Primary')).toEqual({ low: 4, high: 7 });
		expect(agesOf(null, null, 'Middle deemed secondary')).toEqual({ low: 9, high: 13 });
		expect(agesOf(null, 16, 'Secondary')).toEqual({ low: 11, high: 18 });
		expect(agesOf(null, null, 'Not applicable')).toEqual(anyAge);
	});
});
