import { asPeopleSay } from './day.ts';
import type { Day } from './day.ts';
import { yearAt, yearNamed } from './school-calendar.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { schoolYearFrom, startOf, within } from './school-year.ts';
import type { Term } from './school-year.ts';

/**
 * Where in the school year a day lies: '2nd half of autumn term', 'autumn half-term', 'between autumn and spring terms';
 * 'autumn term' where the term has no break.
 */
export function describe(day: Day, calendar: SchoolCalendar): string {
	const year = yearAt(calendar, day);
	const term = year.terms.find((candidate) => within(day, candidate));
	if (term) return inTerm(day, term);
	const start = startOf(year.name);
	const before =
		year.terms.findLast((candidate) => candidate.to < day) ??
		yearNamed(calendar, schoolYearFrom(start - 1)).terms.at(-1)!;
	const after =
		year.terms.find((candidate) => candidate.from > day) ??
		yearNamed(calendar, schoolYearFrom(start + 1)).terms[0]!;
	return `between ${before.name} and ${after.name} terms`;
}

/** 'Thursday 3 December 2026, 2nd half of autumn term' */
export const dayInSchoolYear = (day: Day, calendar: SchoolCalendar): string =>
	`${asPeopleSay(day)}, ${describe(day, calendar)}`;

function inTerm(day: Day, term: Term): string {
	if (!term.break) return `${term.name} term`;
	if (within(day, term.break)) return `${term.name} half-term`;
	return `${day < term.break.from ? '1st' : '2nd'} half of ${term.name} term`;
}
