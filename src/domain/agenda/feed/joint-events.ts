import { instantOf } from '#domain/calendar/clock.ts';
import { whereOf } from '#domain/event/model.ts';
import type { MyEvent } from '#domain/event/queries.server.ts';
import type { CalendarEvent } from '#platform/icalendar.ts';

/** A joint event as the calendar of somebody who comes or leads shows it: its name, when and where. Of whole days where it lasts several, or its hours are not known. */
export function jointEventEntry(event: MyEvent, origin: string): CalendarEvent {
	const { id, title, fromDay, toDay, fromTime, toTime, version, partnershipId } = event;
	const link = `${origin}/partnerships/${partnershipId}/events/${id}`;
	const single = fromDay === toDay;
	return {
		uid: `${id}-event`,
		sequence: version - 1,
		title: fromTime && !(single && toTime) ? `${title}, ${fromTime}` : title,
		place: whereOf(event),
		words: `All about it: ${link}`,
		link,
		when:
			single && fromTime && toTime
				? { starts: instantOf(fromDay, fromTime), ends: instantOf(fromDay, toTime) }
				: { day: fromDay, ...(single ? {} : { lastDay: toDay }) },
	};
}
