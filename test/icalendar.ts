import ICAL from 'ical.js';

/** Reads iCalendar as a calendar does: its method, and its events in the order they stand. */
export function readCalendar(text: string): {
	calendar: ICAL.Component;
	method: unknown;
	events: ICAL.Event[];
} {
	const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
	return {
		calendar,
		method: calendar.getFirstPropertyValue('method'),
		events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)),
	};
}
