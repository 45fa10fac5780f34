import { describe, expect, test } from 'vitest';
import { publishedTestWeeks } from './data/test-weeks.ts';
import { weekday } from './day.ts';
import { phasesOfWord } from './phase.ts';
import { startOf } from './school-year.ts';
import { testWeekAt, testWeeksByRule, testWeeksOf } from './test-weeks.ts';

describe('test weeks', () => {
	test.each(Object.keys(publishedTestWeeks))('the rule agrees with what was published for %s', (name) => {
		const from = (list: readonly { from: string }[]) =>
			list.toSorted((one, other) => one.from.localeCompare(other.from));
		expect(from(testWeeksByRule(startOf(name) + 1))).toEqual(from(publishedTestWeeks[name]!));
	});

	test('are said to be provisional where nobody has published them', () => {
		expect(testWeeksOf('2025-26').every(({ provisional }) => provisional)).toBe(false);
		expect(testWeeksOf('2031-32').every(({ provisional }) => provisional)).toBe(true);
		for (let year = 2015; year < 2095; year += 1)
			for (const { from, to, name } of testWeeksByRule(year))
				expect([weekday(from) < 6, weekday(to) < 6, from < to], `${name} ${year}`).toEqual([
					true,
					true,
					true,
				]);
	});

	test('a day in the week of tests is told, for the schools whose pupils sit them', () => {
		expect(testWeekAt('2026-05-12', ['primary'])).toBe('the Key Stage 2 tests');
		expect(testWeekAt('2026-05-15', ['primary'])).toBe('the Key Stage 2 tests');
		expect(testWeekAt('2026-05-12', ['secondary'])).toBe('GCSE and A level exams');
		expect(testWeekAt('2026-05-18', ['primary'])).toBeNull();
		expect(testWeekAt('2026-05-12', [])).toBeNull();
	});

	test('the register’s word tells the phases; where it tells nothing it may be either', () => {
		expect(phasesOfWord('Middle deemed primary')).toEqual(['primary']);
		expect(phasesOfWord('Middle deemed secondary')).toEqual(['primary']);
		expect(phasesOfWord('Secondary')).toEqual(['secondary']);
		expect(phasesOfWord('All-through')).toEqual(['primary', 'secondary']);
		expect(phasesOfWord('Nursery')).toEqual([]);
		expect(phasesOfWord('')).toEqual(['primary', 'secondary']);
	});
});
