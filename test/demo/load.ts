import { randomUUIDv7 } from 'node:crypto';
import { addDays } from '#domain/calendar/day.ts';
import { londonDay } from '#platform/day.ts';
import type { Database } from '#platform/db/database.ts';
import { isSetUpOpen } from '#platform/session/installation.ts';
import { tellOfCapacity } from './capacity.ts';
import { broker } from './brokering.ts';
import { keepCalendar } from './calendar.ts';
import { writeContacts } from './contacts.ts';
import { openCycles } from './cycles.ts';
import { daysOf } from './days.ts';
import { holdEvents } from './events.ts';
import { found } from './founding.ts';
import { introduce } from './introductions.ts';
import { meet } from './meetings.ts';
import { planDevelopmentDay } from './development-day.ts';
import { programme } from './programme.ts';
import { offerSupport } from './support.ts';
import { tell } from './tell.ts';

/** How long before the present day the partnership was founded. */
const foundedDaysAgo = 130 * 7;

/**
 * Loads the demo into an empty, migrated database: one invented partnership in the middle of its second cycle, with one
 * review on the very day of loading. Everything is done by the domain's own actions, at the moment it is said to have
 * happened, so that the demo breaks where a rule does. Where somebody exists already it changes nothing and gives false.
 */
export async function loadDemo(database: Database, now: Date): Promise<boolean> {
	if (!(await isSetUpOpen(database))) return false;
	const today = londonDay(now);
	const founded = await found(database, now, addDays(today, -foundedDaysAgo), randomUUIDv7);
	const told = programme.map(({ weeks, ...rest }) => ({ ...rest, when: daysOf(today, weeks) }));
	await keepCalendar(
		founded,
		told.map(({ when }) => when.day),
		randomUUIDv7,
	);
	for (const { story, when, until } of told) await tell(founded, story, when, until, randomUUIDv7);
	await openCycles(founded, randomUUIDv7);
	await offerSupport(founded, randomUUIDv7);
	await introduce(founded, randomUUIDv7);
	await broker(founded, randomUUIDv7);
	await meet(founded, randomUUIDv7);
	await planDevelopmentDay(founded, randomUUIDv7);
	await holdEvents(founded, randomUUIDv7);
	await writeContacts(founded);
	await tellOfCapacity(founded, randomUUIDv7);
	return true;
}
