import { sql } from 'kysely';
import { instantOf } from '#domain/calendar/clock.ts';
import { addDays } from '#domain/calendar/day.ts';
import { myEvents } from '#domain/event/queries.server.ts';
import { myPromises } from '#domain/meeting/promise-queries.server.ts';
import { meetingsToComeTo } from '#domain/meeting/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { icalendar, type CalendarEvent } from '#platform/icalendar.ts';
import { hashToken } from '#platform/session/token.ts';
import { home } from '../home.server.ts';
import type { NextThing } from '../next-thing.ts';
import { eventOf } from '../invitations/letter.ts';
import { occasionsOf } from '../invitations/occasions.ts';
import { sourcesOf } from '../invitations/queries.server.ts';
import { jointEventEntry } from './joint-events.ts';
import { meetingEvent, promiseEvent } from './meeting-events.ts';

/** Meetings and events that are over stay in a calendar for so long. */
const daysBack = 90;

/** When the actor's feed was given its address; null where they have none. */
export async function feedMadeAt(ctx: Context): Promise<Date | null> {
	const row = await ctx.db.selectFrom('calendar_feed').select('made_at').executeTakeFirst();
	return row?.made_at ?? null;
}

/** Whose feed an address is; null where it is nobody's, or no longer. */
export async function personOfFeed(ctx: Context, token: string): Promise<string | null> {
	const { rows } = await sql<{ id: string | null }>`
		select person_of_feed(${hashToken(token)}) as id`.execute(ctx.db);
	return rows[0]?.id ?? null;
}

/**
 * The actor's calendar: where they are expected, meetings and joint events included, and the days by which something of theirs is due, over all partnerships. A
 * school's calendar server may read it, so titles name the host and nothing of what a review is about. It is the same text for
 * as long as nothing in it changes and the day lasts.
 */
export async function feedOf(ctx: Context, origin: string): Promise<string> {
	if (ctx.actor.kind !== 'person') return icalendar({ at: ctx.now }, []);
	const personId = ctx.actor.id;
	const { next, further, reviews } = await home(ctx);
	const sources = await sourcesOf(
		ctx,
		reviews.map(({ id }) => id),
	);
	const occasions = sources.flatMap((source) => occasionsOf(personId, source));
	const events = [
		...occasions.map((occasion) => eventOf(occasion, origin)),
		...[...next, ...further].flatMap((thing) => dueEvent(thing, personId, origin)),
		...(await meetingsToComeTo(ctx, addDays(ctx.today, -daysBack))).map((meeting) =>
			meetingEvent(meeting, origin),
		),
		...(await myEvents(ctx, addDays(ctx.today, -daysBack))).map((event) => jointEventEntry(event, origin)),
		...(await myPromises(ctx)).map((promise) => promiseEvent(promise, origin)),
	];
	const at = instantOf(ctx.today, '00:00');
	return icalendar(
		{ at, name: 'Peer review' },
		events.toSorted((one, other) => one.uid.localeCompare(other.uid)),
	);
}

function dueEvent({ reviewId, key, hostName, due, path }: NextThing, personId: string, origin: string) {
	if (due === null) return [];
	const link = `${origin}${path}`;
	const event: CalendarEvent = {
		uid: `${reviewId}-due-${key}-${personId}`,
		sequence: 0,
		title: `Peer review at ${hostName}: due`,
		place: '',
		words: `Something of yours is due by this day: ${link}`,
		link,
		when: { day: due },
	};
	return [event];
}
