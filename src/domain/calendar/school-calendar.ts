import { isBankHoliday } from './bank-holidays.ts';
import { essexYears } from './data/essex-years.ts';
import { addDays, daysBetween, weekday } from './day.ts';
import type { Day } from './day.ts';
import { englishYear } from './english-year.ts';
import { schoolYearFrom, schoolYearName, schoolYearStart, startOf, within } from './school-year.ts';
import type { SchoolYear, Span, Term } from './school-year.ts';

/**
 * The school years a partnership (or one school) has entered, and the days on which its heads meet, in order. Years it has
 * not entered are provisional: see `yearAt`.
 */
export type SchoolCalendar = { entered: ReadonlyMap<string, SchoolYear>; meetings: readonly Day[] };

export type DatedYear = SchoolYear & { provisional: boolean };

/** A year without a single school day cannot be counted in: it is taken as not entered. */
export const schoolCalendar = (
	entered: readonly SchoolYear[] = [],
	meetings: readonly Day[] = [],
): SchoolCalendar => ({
	entered: new Map(entered.filter(hasSchoolDays).map((year) => [year.name, year])),
	meetings: meetings.toSorted(),
});

/** Whether pupils are in on any day of it. */
export const hasSchoolDays = (year: SchoolYear): boolean =>
	year.terms.some((term) => {
		for (let day = term.from; day <= term.to; day = addDays(day, 1)) if (isOpen(day, term, year)) return true;
		return false;
	});

const published = new Map(essexYears.map((year) => [year.name, year]));
const supposed = new Map<string, SchoolYear>();

function supposedYear(name: string): SchoolYear {
	const known = published.get(name) ?? supposed.get(name);
	if (known) return known;
	const year = englishYear(startOf(name));
	supposed.set(name, year);
	return year;
}

/**
 * The school year a day belongs to: as entered; else as Essex published it; else by the rule of english-year.ts. The last
 * two are provisional, and whatever is counted through them says so.
 */
export function yearAt(calendar: SchoolCalendar, day: Day): DatedYear {
	return yearNamed(calendar, schoolYearName(day));
}

export function yearNamed(calendar: SchoolCalendar, name: string): DatedYear {
	return { ...termsOf(calendar, name), provisional: !calendar.entered.has(name) };
}

/** The first term of a school year, with the days before it and the holiday after it. */
export function firstTerm(calendar: SchoolCalendar, name: string): Span & { name: string } {
	const [first, second] = yearNamed(calendar, name).terms;
	const start = startOf(name);
	return {
		name: first!.name,
		from: `${start}-08-01`,
		to: second ? addDays(second.from, -1) : `${start + 1}-07-31`,
	};
}

const termsOf = (calendar: SchoolCalendar, name: string): SchoolYear =>
	calendar.entered.get(name) ?? supposedYear(name);

// Years that nobody has entered are the same in all calendars, so a year's days are found once for all of them.
const daysInYear = new WeakMap<SchoolYear, ReadonlySet<Day>>();
// Whoever counts asks day after day: the year asked for last is nearly always the one asked for now.
const lastAsked = new WeakMap<SchoolCalendar, { from: Day; to: Day; days: ReadonlySet<Day> }>();

/** Pupils are in: a weekday in term, outside the break, no INSET day, no bank holiday. */
export function isSchoolDay(calendar: SchoolCalendar, day: Day): boolean {
	const last = lastAsked.get(calendar);
	if (last && last.from <= day && day <= last.to) return last.days.has(day);
	const start = schoolYearStart(day);
	const days = schoolDays(termsOf(calendar, schoolYearFrom(start)));
	lastAsked.set(calendar, { from: `${start}-08-01`, to: `${start + 1}-07-31`, days });
	return days.has(day);
}

function schoolDays(year: SchoolYear): ReadonlySet<Day> {
	let days = daysInYear.get(year);
	if (!days) daysInYear.set(year, (days = new Set(daysOf(year))));
	return days;
}

const daysOf = (year: SchoolYear): Day[] =>
	year.terms.flatMap((term) =>
		Array.from({ length: daysBetween(term.from, term.to) + 1 }, (_, count) =>
			addDays(term.from, count),
		).filter((day) => isOpen(day, term, year)),
	);

const isOpen = (day: Day, term: Term, year: SchoolYear): boolean =>
	weekday(day) <= 5 &&
	!closedByBankHoliday(year, day) &&
	!year.inset.includes(day) &&
	!(term.break && within(day, term.break));

/** Whether a day is a bank holiday that these schools keep. */
export const closedByBankHoliday = ({ bankHolidays }: SchoolYear, day: Day): boolean =>
	bankHolidays !== 'open' && isBankHoliday(day);

/** Every school year in a calendar has a school day in it, so that none is further away than two of them. */
const furthest = 2 * 366;

/**
 * The day itself or the nearest school day after it (step 1) or before it (step -1). Looks two years far; where there is
 * none, in a calendar not made by `schoolCalendar`, it falls back on the day itself.
 */
export function nearestSchoolDay(calendar: SchoolCalendar, day: Day, step: 1 | -1): Day {
	let candidate = day;
	for (let left = furthest; left > 0; left -= 1, candidate = addDays(candidate, step))
		if (isSchoolDay(calendar, candidate)) return candidate;
	return day;
}

/** The school days from one day to another, both included. */
export const schoolDaysBetween = (calendar: SchoolCalendar, from: Day, to: Day): Day[] =>
	Array.from({ length: daysBetween(from, to) + 1 }, (_, count) => addDays(from, count)).filter((day) =>
		isSchoolDay(calendar, day),
	);

/** Whether any school year touched between two days is only supposed. */
export function isProvisional(calendar: SchoolCalendar, one: Day, other: Day): boolean {
	const [from, to] = one < other ? [one, other] : [other, one];
	const last = schoolYearStart(to);
	for (let year = schoolYearStart(from); year <= last; year += 1)
		if (!calendar.entered.has(schoolYearFrom(year))) return true;
	return false;
}

/** The two halves of a term. Without a break it is cut in the middle, so that counting in half-terms still works. */
export function halvesOf(term: Term): [Span, Span] {
	if (term.break)
		return [
			{ from: term.from, to: addDays(term.break.from, -1) },
			{ from: addDays(term.break.to, 1), to: term.to },
		];
	const middle = addDays(term.from, Math.floor(daysBetween(term.from, term.to) / 2));
	return [
		{ from: term.from, to: middle },
		{ from: addDays(middle, 1), to: term.to },
	];
}
