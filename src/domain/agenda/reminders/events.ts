import { addDays, type Day } from '#domain/calendar/day.ts';
import { standsOn, whereOf, writeUpAfter } from '#domain/event/model.ts';
import type { MyEvent } from '#domain/event/queries.server.ts';

/** What is told of an event, and the key under which; no stage's key is words with a space in them. */
export const eventKeys = { coming: 'an event to come to', 'write-up': 'an event to write up' } as const;

/** Days on which a write-up is asked for, once. */
const askedFor = 7;

/** An event as reminders tell it. */
export interface RemindedEvent {
	about: string;
	key: (typeof eventKeys)[keyof typeof eventKeys];
	due: Day;
	state: 'due';
	title: string;
	eventDay: Day;
	leads: boolean;
	where: string;
	path: string;
	paced: { quietUntil: null };
}

/**
 * What is told of somebody's events on a day: that one comes, and a week after one that they lead that it waits to be written up. Each is
 * told once and then stands on Home alone.
 */
export const remindedEvents = (events: readonly MyEvent[], today: Day): RemindedEvent[] =>
	events.flatMap((event) => {
		const told = (key: RemindedEvent['key'], due: Day, at = ''): RemindedEvent => ({
			...{ about: event.id, key, due, state: 'due', title: event.title, eventDay: event.fromDay },
			...{ leads: event.leads, where: whereOf(event), paced: { quietUntil: null } },
			path: `/partnerships/${event.partnershipId}/events/${event.id}${at}`,
		});
		if (standsOn(event, today) === 'ahead') return [told(eventKeys.coming, event.fromDay)];
		const asked = addDays(event.toDay, writeUpAfter);
		return event.leads && !event.writtenUp && today >= asked
			? [told(eventKeys['write-up'], addDays(asked, askedFor), '#written-up')]
			: [];
	});
