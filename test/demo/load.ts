import { randomUUIDv7 } from 'node:crypto';
import { addDays } from '#domain/calendar/day.ts';
import { isSchoolDay, nearestSchoolDay, schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { londonDay } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { found } from './founding.ts';
import { programme } from './programme.ts';
import { tell } from './telling.ts';

/** How long before the present day the partnership was founded. */
const foundedDaysAgo = 130 * 7;

/**
 * Loads the demo into an empty, migrated database: one invented partnership in the middle of its second cycle, with one
 * review on the very day of loading. Everything is done by the domain's own actions, at the moment it is said to have
 * happened, so that the demo breaks where a rule does. Throws where the database is not empty.
 */
export async function loadDemo(database: Database, now: Date): Promise<void> {
	const today = londonDay(now);
	const founded = await found(database, now, addDays(today, -foundedDaysAgo), randomUUIDv7);
	for (const { story, weeks, until } of programme) {
		const { day, days } = daysOf(today, weeks);
		await tell(founded, story, day, days, until, randomUUIDv7);
	}
}

const calendar = schoolCalendar();

/**
 * The school day so many weeks from today. In a weekend or holiday the review of today begins on the last school day and goes
 * on until the next, so that the demo always has one under way.
 */
function daysOf(today: string, weeks: number): { day: string; days: number } {
	const day = nearestSchoolDay(calendar, addDays(today, weeks * 7), weeks > 0 ? 1 : -1);
	return { day, days: weeks === 0 && !isSchoolDay(calendar, today) ? 2 : 1 };
}
