import { expect, test } from 'vitest';
import { readCalendar } from '#test/icalendar.ts';
import { icalendar, type CalendarEvent } from './icalendar.ts';

const at = new Date('2026-10-01T12:00:00Z');
const event: CalendarEvent = {
	uid: 'one',
	sequence: 2,
	title: 'Peer review at St Mary’s; Upper, and a name so long that its line must be folded in the middle',
	place: 'St Mary’s',
	words: 'First line\nEND:VEVENT',
	link: 'https://reviews.example/reviews/1',
	when: { starts: new Date('2026-10-23T08:00:00Z'), ends: new Date('2026-10-23T14:30:00Z') },
};

test('what was written is read again, whatever its words hold', () => {
	const [one, ...more] = readCalendar(icalendar({ at }, [event])).events;
	expect(more).toEqual([]);
	expect(one).toMatchObject({
		uid: 'one',
		sequence: 2,
		summary: event.title,
		location: event.place,
		description: event.words,
	});
});

test('lines are short and end as the standard wants, and times are in UTC', () => {
	const text = icalendar({ at, method: 'REQUEST' }, [event]);
	for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
	expect(text.replaceAll('\r\n', '')).not.toContain('\n');
	expect(text).toContain('\r\nMETHOD:REQUEST\r\n');
	expect(text).toContain('\r\nDTSTART:20261023T080000Z\r\n');
	expect(text).toContain('\r\nSTATUS:CONFIRMED\r\n');
	expect(text).not.toContain('TZID');
});

test('a whole day is a day, wherever it is read', () => {
	const text = icalendar({ at, name: 'Peer review' }, [{ ...event, when: { day: '2026-10-25' } }]);
	expect(text).toContain('\r\nDTSTART;VALUE=DATE:20261025\r\n');
	expect(text).not.toContain('DTEND');
	expect(readCalendar(text).calendar.getFirstPropertyValue('x-wr-calname')).toBe('Peer review');
});

test('a cancellation says whose invitation it takes back, and asks for no answer', () => {
	const invitation = {
		organiser: { name: 'Fresh Eyes', address: 'fresh-eyes@reviews.example' },
		attendee: { name: 'Ada "Q"; Quill', address: 'ada@school.example' },
	};
	const text = icalendar({ at, method: 'CANCEL' }, [{ ...event, cancelled: true, invitation }]);
	const written = readCalendar(text).events[0]!.component;
	expect(written.getFirstPropertyValue('status')).toBe('CANCELLED');
	expect(written.getFirstPropertyValue('organizer')).toBe('mailto:fresh-eyes@reviews.example');
	const attendee = written.getFirstProperty('attendee')!;
	expect(attendee.getFirstValue()).toBe('mailto:ada@school.example');
	expect(attendee.getFirstParameter('cn')).toBe('Ada "Q"; Quill');
	expect(attendee.getFirstParameter('rsvp')).toBe('FALSE');
});
