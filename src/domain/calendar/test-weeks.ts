import { mondayFrom } from './bank-holidays.ts';
import { publishedTestWeeks } from './data/test-weeks.ts';
import { addDays, dayOf, mondayOf, weekday } from './day.ts';
import type { Day } from './day.ts';
import { schoolYearName, startOf, within } from './school-year.ts';
import type { Span } from './school-year.ts';
import { sits, tests, type Ages, type TestWeek } from './test-ages.ts';

export type DatedTestWeek = TestWeek & { provisional: boolean };

/**
 * The test weeks of a school year, in order. As published where data/test-weeks.ts has them; else provisional, by a rule
 * that agrees with every published week it is tested against: Key Stage 2 Monday to Thursday from the first Monday from
 * 8 May; the tables check two weeks from the first Monday of June; phonics the week of the first Monday from 6 June; exams
 * from the first Thursday from 6 May to the last Wednesday of June.
 */
export function testWeeksOf(schoolYear: string): readonly DatedTestWeek[] {
	const before = found.get(schoolYear);
	if (before) return before;
	const published = publishedTestWeeks[schoolYear] ?? [];
	const weeks = testWeeksByRule(startOf(schoolYear) + 1).map((week) => {
		const known = published.find(({ test }) => test === week.test);
		return { ...(known ?? week), provisional: !known };
	});
	found.set(schoolYear, weeks);
	return weeks;
}

// A year that is planned asks for them day after day.
const found = new Map<string, readonly DatedTestWeek[]>();

/** The rule of `testWeeksOf` for the tests of one summer. */
export function testWeeksByRule(year: number): TestWeek[] {
	const ks2 = mondayFrom(dayOf(year, 5, 8));
	const tables = mondayFrom(dayOf(year, 6, 1));
	const phonics = mondayFrom(dayOf(year, 6, 6));
	const thursday = (day: Day) => addDays(day, (11 - weekday(day)) % 7);
	const lastOfJune = dayOf(year, 6, 30);
	return [
		{
			test: tests.exams,
			from: thursday(dayOf(year, 5, 6)),
			to: addDays(lastOfJune, -((weekday(lastOfJune) + 4) % 7)),
		},
		{ test: tests.ks2, from: ks2, to: addDays(ks2, 3) },
		{ test: tests.tables, from: tables, to: addDays(tables, 11) },
		{ test: tests.phonics, from: phonics, to: addDays(phonics, 4) },
	];
}

/** Monday to Friday of the weeks a test week touches: nobody wants visitors on the Friday after it either. */
export const wholeWeeks = ({ from, to }: Span): Span => ({
	from: mondayOf(from),
	to: addDays(mondayOf(to), 4),
});

/** The test in whose week a day lies at schools of these ages, such as 'the Key Stage 2 tests'; null in other weeks. */
export const testWeekAt = (day: Day, schools: readonly Ages[]): string | null =>
	testWeeksOf(schoolYearName(day)).find((week) => sits(schools, week.test) && within(day, wholeWeeks(week)))
		?.test.name ?? null;
