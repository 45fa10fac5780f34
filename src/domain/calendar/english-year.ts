import { easter, isBankHoliday, mondayFrom } from './bank-holidays.ts';
import { addDays, dayOf, daysBetween, weekday } from './day.ts';
import type { Day } from './day.ts';
import { schoolYearFrom } from './school-year.ts';
import type { SchoolYear, Term } from './school-year.ts';

const week = (monday: Day) => ({ from: monday, to: addDays(monday, 4) });
const weekdayFrom = (day: Day): Day => (weekday(day) > 5 ? mondayFrom(day) : day);
const weekdayUntil = (day: Day): Day => addDays(day, Math.min(0, 5 - weekday(day)));
const openFrom = (day: Day): Day => (isBankHoliday(day) ? addDays(day, 1) : day);

/**
 * The terms of an English school year that nobody has entered, beginning in the given calendar year. The rule, which
 * falls within two days of the dates Essex published for the years tested:
 * autumn begins on 2 September or the next weekday and ends on the last Friday up to 21 December; spring begins on the
 * first Monday from 2 January; the Easter holiday is two weeks from whichever of Easter Monday and the two Mondays before
 * it lies nearest to 1 April; summer ends on 22 July or the weekday before. Half-terms are the weeks of the last Monday
 * in October, the first Monday from 13 February and the last Monday in May. A first or last day that is a bank holiday
 * moves inwards. No INSET days are assumed.
 */
export function englishYear(startYear: number): SchoolYear {
	const year = startYear + 1;
	const easterBreak = easterHolidayFrom(year);
	const beforeEaster = addDays(easterBreak, -3);
	const terms: Term[] = [
		{
			name: 'autumn',
			from: weekdayFrom(dayOf(startYear, 9, 2)),
			to: lastFridayUntil(dayOf(startYear, 12, 21)),
			break: week(mondayFrom(dayOf(startYear, 10, 25))),
		},
		{
			name: 'spring',
			from: openFrom(mondayFrom(dayOf(year, 1, 2))),
			to: isBankHoliday(beforeEaster) ? addDays(beforeEaster, -1) : beforeEaster,
			break: week(mondayFrom(dayOf(year, 2, 13))),
		},
		{
			name: 'summer',
			from: openFrom(addDays(easterBreak, 14)),
			to: weekdayUntil(dayOf(year, 7, 22)),
			break: week(mondayFrom(dayOf(year, 5, 25))),
		},
	];
	return { name: schoolYearFrom(startYear), terms, inset: [] };
}

const lastFridayUntil = (day: Day): Day => addDays(day, -((weekday(day) + 2) % 7));

function easterHolidayFrom(year: number): Day {
	const easterMonday = addDays(easter(year), 1);
	const target = dayOf(year, 4, 1);
	const far = (monday: Day) => Math.abs(daysBetween(target, monday));
	return [easterMonday, addDays(easterMonday, -7), addDays(easterMonday, -14)].reduce((nearest, monday) =>
		far(monday) < far(nearest) ? monday : nearest,
	);
}
