import { addDays, weekday } from '#domain/calendar/day.ts';
import { isSchoolDay, nearestSchoolDay, schoolCalendar } from '#domain/calendar/school-calendar.ts';

const calendar = schoolCalendar();

/**
 * The school day so many weeks from today. In a weekend or holiday the review of today begins on the last school day and goes
 * on until the next, so that the demo always has one under way.
 */
export function daysOf(today: string, weeks: number): { day: string; days: number } {
	const day = nearestSchoolDay(calendar, addDays(today, weeks * 7), weeks > 0 ? 1 : -1);
	return { day, days: weeks === 0 && !isSchoolDay(calendar, today) ? 2 : 1 };
}

/** So many days from a day, and in a weekend the Friday before: nobody here writes on a Sunday. */
export function weekdayFrom(day: string, count: number): string {
	const found = addDays(day, count);
	return addDays(found, -Math.max(0, weekday(found) - 5));
}
