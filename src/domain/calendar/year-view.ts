import { addDays, addMonths, dayOf, monthAndYear, weekday } from './day.ts';
import type { Day } from './day.ts';
import { closedByBankHoliday, isSchoolDay, schoolDaysBetween, yearAt, yearNamed } from './school-calendar.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { within } from './school-year.ts';
import type { Span, Term } from './school-year.ts';

export type DayKind = 'school' | 'holiday' | 'weekend' | 'INSET day' | 'bank holiday';

/** One day on a leaf of the calendar. `marks` say what else it is: a meeting, tests. */
export type DayCell = { day: Day; date: number; kind: DayKind; marks: string[] };

/** A month with its weeks from Monday; null where a week lies outside it. */
export type MonthLeaf = { label: string; weeks: (DayCell | null)[][] };

export type Marked = Span & { mark: string };

/** The months of a school year, from that of its first to that of its last day, or of what is marked outside them. */
export function monthsOf(calendar: SchoolCalendar, name: string, marked: readonly Marked[]): MonthLeaf[] {
	const { terms } = yearNamed(calendar, name);
	const days = [...terms, ...marked].flatMap(({ from, to }) => [from, to]).toSorted();
	const leaves: MonthLeaf[] = [];
	for (let first = `${days[0]!.slice(0, 7)}-01`; first <= days.at(-1)!; first = addMonths(first, 1))
		leaves.push({ label: monthAndYear(first), weeks: weeksOf(first, calendar, marked) });
	return leaves;
}

function weeksOf(first: Day, calendar: SchoolCalendar, marked: readonly Marked[]): MonthLeaf['weeks'] {
	const last = dayOf(Number(first.slice(0, 4)), Number(first.slice(5, 7)), 31);
	const cells: (DayCell | null)[] = Array.from({ length: weekday(first) - 1 }, () => null);
	for (let day = first; day <= last; day = addDays(day, 1))
		cells.push({
			day,
			date: Number(day.slice(8)),
			kind: kindOf(day, calendar),
			marks: marked.filter((span) => within(day, span)).map(({ mark }) => mark),
		});
	while (cells.length % 7 > 0) cells.push(null);
	return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
}

/** What a day is at a school. */
export function kindOf(day: Day, calendar: SchoolCalendar): DayKind {
	if (isSchoolDay(calendar, day)) return 'school';
	if (weekday(day) > 5) return 'weekend';
	const year = yearAt(calendar, day);
	if (closedByBankHoliday(year, day)) return 'bank holiday';
	return year.inset.includes(day) ? 'INSET day' : 'holiday';
}

export type CountedTerm = Term & { schoolDays: number };

/** The terms with the days pupils are in school. */
export const countedTerms = (calendar: SchoolCalendar, name: string): CountedTerm[] =>
	yearNamed(calendar, name).terms.map((term) => ({
		...term,
		schoolDays: schoolDaysBetween(calendar, term.from, term.to).length,
	}));

/** Bank holidays on which pupils would be in school if they were none. */
export function bankHolidaysInTerm(calendar: SchoolCalendar, name: string): Day[] {
	const year = yearNamed(calendar, name);
	return year.terms.flatMap((term) => {
		const days: Day[] = [];
		for (let day = term.from; day <= term.to; day = addDays(day, 1))
			if (weekday(day) <= 5 && closedByBankHoliday(year, day) && !(term.break && within(day, term.break)))
				days.push(day);
		return days;
	});
}
