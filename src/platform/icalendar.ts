import ICAL from 'ical.js';

interface Named {
	name: string;
	address: string;
}

/** Something that stands in a calendar. */
export interface CalendarEvent {
	/** The same for as long as it is the same thing, wherever it moves. */
	uid: string;
	/** Grows with every change that is sent. */
	sequence: number;
	title: string;
	place: string;
	words: string;
	link: string;
	/** Two instants, or a whole day ('YYYY-MM-DD') or days up to a last one, which are the same days everywhere. */
	when: { starts: Date; ends: Date } | { day: string; lastDay?: string };
	cancelled?: boolean;
	/** Who invites whom, where somebody is invited. Nobody is asked to answer by mail. */
	invitation?: { organiser: Named; attendee: Named };
}

/** What surrounds events: for mail its method, for a feed its name. `at` is when it was written. */
interface Around {
	at: Date;
	method?: 'REQUEST' | 'CANCEL';
	name?: string;
}

/**
 * Writes events as iCalendar (RFC 5545). Instants are written in UTC, so that no reader needs to know when our clocks change:
 * each shows them on its own wall.
 */
export function icalendar({ at, method, name }: Around, events: readonly CalendarEvent[]): string {
	const calendar = new ICAL.Component('vcalendar');
	calendar.addPropertyWithValue('prodid', '-//Fresh Eyes//Peer review//EN');
	calendar.addPropertyWithValue('version', '2.0');
	calendar.addPropertyWithValue('calscale', 'GREGORIAN');
	if (method) calendar.addPropertyWithValue('method', method);
	if (name) {
		calendar.addPropertyWithValue('x-wr-calname', name);
		calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT6H'));
		calendar.addPropertyWithValue('x-published-ttl', 'PT6H');
	}
	for (const event of events) calendar.addSubcomponent(component(event, at));
	return `${calendar.toString()}\r\n`;
}

function component(event: CalendarEvent, at: Date): ICAL.Component {
	const written = new ICAL.Component('vevent');
	const { when, invitation } = event;
	written.addPropertyWithValue('uid', event.uid);
	written.addPropertyWithValue('sequence', event.sequence);
	written.addPropertyWithValue('dtstamp', utc(at));
	if ('day' in when) {
		written.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(when.day));
		if (when.lastDay) written.addPropertyWithValue('dtend', dayAfter(when.lastDay));
	} else {
		written.addPropertyWithValue('dtstart', utc(when.starts));
		written.addPropertyWithValue('dtend', utc(when.ends));
	}
	written.addPropertyWithValue('summary', event.title);
	if (event.place) written.addPropertyWithValue('location', event.place);
	written.addPropertyWithValue('description', event.words);
	written.addPropertyWithValue('url', event.link);
	written.addPropertyWithValue('status', event.cancelled ? 'CANCELLED' : 'CONFIRMED');
	// A whole day only says that something is due on it; the person is not away.
	written.addPropertyWithValue('transp', 'day' in when ? 'TRANSPARENT' : 'OPAQUE');
	if (invitation) {
		const { organiser, attendee } = invitation;
		const from = written.addPropertyWithValue('organizer', `mailto:${organiser.address}`);
		from.setParameter('cn', organiser.name);
		const to = written.addPropertyWithValue('attendee', `mailto:${attendee.address}`);
		to.setParameter('cn', attendee.name);
		to.setParameter('partstat', 'NEEDS-ACTION');
		to.setParameter('rsvp', 'FALSE');
	}
	return written;
}

/** Days of a calendar end on the day before the one that is written. */
function dayAfter(day: string): ICAL.Time {
	const end = ICAL.Time.fromDateString(day);
	end.adjust(1, 0, 0, 0);
	return end;
}

const utc = (instant: Date) => ICAL.Time.fromJSDate(instant, true);
