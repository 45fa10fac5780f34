import { weekday, type Day } from '#domain/calendar/day.ts';
import { partsIn, type PartUnit } from '#domain/calendar/parts-of-year.ts';
import { schoolDaysBetween, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { startOf } from '#domain/calendar/school-year.ts';

/** How often people meet in a school year, and on which of its days. */
export interface Series {
	/** '2026-27' */
	schoolYear: string;
	unit: PartUnit;
	/** 1 for Monday to 5 for Friday. */
	weekday: number;
	/** The first of these weekdays in a part of the year, the second …; where there are fewer, its last. */
	nth: number;
}

/** One meeting of a series as it would be called. */
export interface SeriesDay {
	day: Day;
	/** '1st half of autumn term' */
	part: string;
}

/**
 * One day for each half-term or term of a school year: the weekday asked for, among days on which pupils are in; where there is no such
 * weekday, the part's first school day. None for a part without a school day.
 */
export function seriesDays(
	calendar: SchoolCalendar,
	{ schoolYear, unit, weekday: wanted, nth }: Series,
): SeriesDay[] {
	const start = startOf(schoolYear);
	return partsIn(calendar, { from: `${start}-08-01`, to: `${start + 1}-07-31` }, unit).flatMap(
		({ name, from, to }) => {
			const open = schoolDaysBetween(calendar, from, to);
			const days = open.filter((day) => weekday(day) === wanted);
			const day = days[Math.min(nth, days.length) - 1] ?? open[0];
			return day === undefined ? [] : [{ day, part: name }];
		},
	);
}
