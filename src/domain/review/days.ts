import { schoolDaysBetween, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { Facts } from './facts.ts';

/** The school days a review takes, none while its day is not set. */
export const reviewDays = (
	calendar: SchoolCalendar,
	{ firstDay, lastDay }: Pick<Facts, 'firstDay' | 'lastDay'>,
): string[] => (firstDay && lastDay ? schoolDaysBetween(calendar, firstDay, lastDay) : []);
