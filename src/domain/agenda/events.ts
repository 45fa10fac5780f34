import { addDays, type Day } from '#domain/calendar/day.ts';
import { schoolYearSpan, schoolYearStart } from '#domain/calendar/school-year.ts';
import { standsOn } from '#domain/event/model.ts';
import type { MyEvent } from '#domain/event/queries.server.ts';

/** Days ahead of which an event stands on Home. */
export const eventsAhead = 28;
const daysBehind = 60;

/** From when on Home asks for events that are not written up: of this school year, and in its first weeks those before the holidays. */
export function eventsSince(today: Day): Day {
	const { from } = schoolYearSpan(schoolYearStart(today));
	const before = addDays(today, -daysBehind);
	return before < from ? before : from;
}

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
