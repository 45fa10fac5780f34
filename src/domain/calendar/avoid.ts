import { addDays, asPeopleSay, weekday } from './day.ts';
import type { Day } from './day.ts';
import { describe } from './describe.ts';
import { closedByBankHoliday, yearAt } from './school-calendar.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { schoolYearFrom, schoolYearName, startOf, within } from './school-year.ts';
import type { Span } from './school-year.ts';
import { sits, type Ages } from './test-ages.ts';
import { testWeeksOf, wholeWeeks, type DatedTestWeek } from './test-weeks.ts';

/** Days on which a school would rather have no visitors, and why in a sentence. */
export type Avoided = Span & { why: string };

/**
 * What speaks against days from one to another at a school: holidays, INSET days, bank holidays, and the weeks of the
 * tests its pupils sit. Advice for whoever chooses a day; weekends speak for themselves.
 */
export function daysToAvoid(
	calendar: SchoolCalendar,
	schools: readonly Ages[],
	from: Day,
	to: Day,
): Avoided[] {
	const avoided: Avoided[] = [];
	for (let day = from; day <= to; day = addDays(day, 1)) {
		if (weekday(day) > 5) continue;
		const why = closedOn(calendar, day);
		const last = avoided.at(-1);
		if (!why) continue;
		if (last?.why === why && addDays(last.to, weekday(day) === 1 ? 3 : 1) >= day) last.to = day;
		else avoided.push({ from: day, to: day, why });
	}
	const tests = years(from, to)
		.flatMap(testWeeksOf)
		.filter(({ test }) => sits(schools, test))
		.map((week) => ({ ...wholeWeeks(week), why: testsWhy(week) }))
		.filter((week) => week.to >= from && week.from <= to);
	return [...avoided, ...tests];
}

/** What speaks against one day, a sentence each. */
export function adviceOn(day: Day, avoided: readonly Avoided[]): string[] {
	if (weekday(day) > 5) return [`${asPeopleSay(day)} is in a weekend.`];
	return avoided.filter((span) => within(day, span)).map(({ why }) => why);
}

function closedOn(calendar: SchoolCalendar, day: Day): string | null {
	const year = yearAt(calendar, day);
	const { terms, inset, provisional } = year;
	const supposed = provisional ? ' Nobody has entered these dates yet; they are supposed.' : '';
	const term = terms.find((candidate) => within(day, candidate));
	if (closedByBankHoliday(year, day)) return 'This is a bank holiday.';
	if (!term) return `This is in the holiday ${describe(day, calendar)}.${supposed}`;
	if (term.break && within(day, term.break))
		return `This is in the ${term.name} half-term holiday.${supposed}`;
	return inset.includes(day) ? 'This is an INSET day at the host: no pupils are in.' : null;
}

const testsWhy = ({ test, provisional }: DatedTestWeek): string => {
	const where = 'season' in test ? 'in the season' : 'in the week';
	return provisional
		? `This is probably ${where} of ${test.name}: the dates for that year are not known here yet.`
		: `This is ${where} of ${test.name}.`;
};

const years = (from: Day, to: Day): string[] => {
	const first = startOf(schoolYearName(from));
	return Array.from({ length: startOf(schoolYearName(to)) - first + 1 }, (_, count) =>
		schoolYearFrom(first + count),
	);
};
