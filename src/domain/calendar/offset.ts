import { addDays, addMonths, mondayOf, weekday } from './day.ts';
import type { Day } from './day.ts';
import {
	halvesOf,
	isProvisional,
	isSchoolDay,
	nearestSchoolDay,
	yearAt,
	yearNamed,
} from './school-calendar.ts';
import type { SchoolCalendar } from './school-calendar.ts';
import { schoolYearFrom, schoolYearStart } from './school-year.ts';
import type { Span } from './school-year.ts';

/**
 * The units people count in.
 * - `days`, `calendar weeks`, `months`: by the calendar on the wall, holidays or not.
 * - `school days`: days on which pupils are in.
 * - `weeks`: school weeks. A week in which no school day falls is not counted, so "within two weeks" of a review in the
 *   last week before a half-term ends two weeks of school later, not in the holiday (NFS-14).
 * - `half-terms`, `terms`: until the last school day of the half-term or term that lies so many after the present one.
 */
export const units = [
	'days',
	'school days',
	'weeks',
	'calendar weeks',
	'months',
	'half-terms',
	'terms',
] as const;
export type Unit = (typeof units)[number];

export type Offset = { amount: number; unit: Unit };

/** A day counted out, and whether a school year that nobody has entered was counted through. */
export type CountedDay = { day: Day; provisional: boolean };

/**
 * The day an offset leads to from an anchor. A later anchor never leads to an earlier day. Units of school time always
 * end on a school day, an amount of 0 on the anchor if that is one (half-terms and terms: on the last of the present one).
 */
export function offset(anchor: Day, { amount, unit }: Offset, calendar: SchoolCalendar): CountedDay {
	if (unit === 'days') return { day: addDays(anchor, amount), provisional: false };
	if (unit === 'calendar weeks') return { day: addDays(anchor, amount * 7), provisional: false };
	if (unit === 'months') return { day: addMonths(anchor, amount), provisional: false };
	const day =
		unit === 'school days'
			? schoolDaysFrom(anchor, amount, calendar)
			: unit === 'weeks'
				? schoolWeeksFrom(anchor, amount, calendar)
				: endOfPart(anchor, amount, unit, calendar);
	return { day, provisional: isProvisional(calendar, anchor, day) };
}

function schoolDaysFrom(anchor: Day, amount: number, calendar: SchoolCalendar): Day {
	const step = amount < 0 ? -1 : 1;
	let day = amount === 0 ? nearestSchoolDay(calendar, anchor, 1) : anchor;
	for (let left = Math.abs(amount); left > 0; left -= 1)
		day = nearestSchoolDay(calendar, addDays(day, step), step);
	return day;
}

/** Counted from a school day, week by week with school in it, keeping the weekday as far as that week allows. */
function schoolWeeksFrom(anchor: Day, amount: number, calendar: SchoolCalendar): Day {
	const step = amount < 0 ? -1 : 1;
	const start = nearestSchoolDay(calendar, anchor, step);
	let monday = mondayOf(start);
	for (let left = Math.abs(amount); left > 0; left -= 1)
		monday = mondayOf(nearestSchoolDay(calendar, addDays(monday, step < 0 ? -1 : 7), step));
	const open = openDays(monday, calendar);
	const wanted = addDays(monday, weekday(start) - 1);
	return open.findLast((day) => day <= wanted) ?? open[0] ?? wanted;
}

const openDays = (monday: Day, calendar: SchoolCalendar): Day[] =>
	[0, 1, 2, 3, 4].map((count) => addDays(monday, count)).filter((day) => isSchoolDay(calendar, day));

/** A break or holiday counts as the tail of the part before it. */
function endOfPart(anchor: Day, amount: number, unit: 'half-terms' | 'terms', calendar: SchoolCalendar): Day {
	const parts = (name: string): readonly Span[] => {
		const { terms } = yearNamed(calendar, name);
		return unit === 'terms' ? terms : terms.flatMap(halvesOf);
	};
	let year = schoolYearStart(anchor);
	let present = parts(yearAt(calendar, anchor).name);
	let index = present.findLastIndex((part) => part.from <= anchor) + amount;
	while (index < 0) {
		present = parts(schoolYearFrom((year -= 1)));
		index += present.length;
	}
	while (index >= present.length) {
		index -= present.length;
		present = parts(schoolYearFrom((year += 1)));
	}
	return nearestSchoolDay(calendar, present[index]!.to, -1);
}
