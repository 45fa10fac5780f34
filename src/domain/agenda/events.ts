import { addDays, type Day } from '#domain/calendar/day.ts';
import { standsOn } from '#domain/event/model.ts';
import type { MyEvent } from '#domain/event/queries.server.ts';

/** Days ahead of which an event stands on Home, and behind which one that is not written up does. */
export const eventsAhead = 28;
export const eventsBehind = 60;

/** What Home shows of somebody's events: those of the next weeks, and those that they led and that wait to be written up. */
export const eventsAtHome = (
	events: readonly MyEvent[],
	today: Day,
): { coming: MyEvent[]; toWriteUp: MyEvent[] } => ({
	coming: events.filter(
		(event) => standsOn(event, today) !== 'over' && event.fromDay <= addDays(today, eventsAhead),
	),
	toWriteUp: events.filter((event) => standsOn(event, today) === 'over' && event.leads && !event.writtenUp),
});
