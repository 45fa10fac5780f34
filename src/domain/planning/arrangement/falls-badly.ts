import { closedAs } from '#domain/calendar/closed.ts';
import { addDays, asPeopleSay, weekday, type Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { Ages } from '#domain/calendar/test-ages.ts';
import { testWeekAt } from '#domain/calendar/test-weeks.ts';
import { kindOf } from '#domain/calendar/year-view.ts';
import type { Following } from '#domain/review/following.ts';

/** What follows a review that would fall on a day that does not suit, a sentence each. */
export const fallingBadly = (
	following: readonly Following[],
	calendar: SchoolCalendar,
	ages: readonly Ages[],
): string[] =>
	following.flatMap(({ stage, day }) => {
		const on = inTheWeek(day);
		const why = closedOn(on, stage, calendar) ?? wantedElsewhere(on, stage, calendar, ages);
		return why === null ? [] : [`“${stage.title}” would fall on ${asPeopleSay(on)}, ${why}.`];
	});

/** What is due at a weekend is done by the Friday before it. */
const inTheWeek = (day: Day): Day => addDays(day, Math.min(0, 5 - weekday(day)));

function closedOn(day: Day, { done }: Following['stage'], calendar: SchoolCalendar): string | null {
	// Staff are together on an INSET day: for a workshop there is no better one.
	const suits = done === 'workshop held' && kindOf(day, calendar) === 'INSET day';
	return suits ? null : closedAs(day, calendar);
}

function wantedElsewhere(
	day: Day,
	{ when }: Following['stage'],
	calendar: SchoolCalendar,
	ages: readonly Ages[],
): string | null {
	const test = testWeekAt(day, ages);
	if (test !== null) return `when the host has ${test}`;
	// What is counted from the heads’ meeting belongs there.
	const meeting = calendar.meetings.includes(day) && when.anchor !== 'next heads’ meeting';
	return meeting ? 'when the heads meet' : null;
}
