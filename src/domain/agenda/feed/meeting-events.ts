import { instantOf } from '#domain/calendar/clock.ts';
import { titleOf, type MeetingRow } from '#domain/meeting/model.ts';
import type { MyPromise } from '#domain/meeting/promise-queries.server.ts';
import type { CalendarEvent } from '#platform/icalendar.ts';

/** A meeting as a calendar shows it: who meets, when and where, and nothing of its agenda. Of the whole day where its hours are not known. */
export function meetingEvent(meeting: MeetingRow & { partnershipId: string }, origin: string): CalendarEvent {
	const { id, day, fromTime, toTime, place, version, partnershipId } = meeting;
	const link = `${origin}/partnerships/${partnershipId}/meetings/${id}`;
	return {
		uid: `${id}-meeting`,
		sequence: version - 1,
		title: fromTime && !toTime ? `${titleOf(meeting)}, ${fromTime}` : titleOf(meeting),
		place,
		words: `What is on the agenda: ${link}`,
		link,
		when: fromTime && toTime ? { starts: instantOf(day, fromTime), ends: instantOf(day, toTime) } : { day },
	};
}

/** The day by which somebody promised something; never what. */
export function promiseEvent(promise: MyPromise, origin: string): CalendarEvent {
	const link = `${origin}/home#promised`;
	return {
		uid: `${promise.id}-promise`,
		sequence: 0,
		title: `${titleOf(promise)}: promised by today`,
		place: '',
		words: `Something you promised is due by this day: ${link}`,
		link,
		when: { day: promise.due },
	};
}
