import { expect, test } from 'vitest';
import { weekday } from '#domain/calendar/day.ts';
import { busyDays } from './busy-days.ts';

const year = { from: '2026-11-02', to: '2027-11-30' };
const weekdays = (day: string) => weekday(day) <= 5;
const calendar = (...events: string[][]) =>
	[
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		...events.flatMap((lines, number) => [
			'BEGIN:VEVENT',
			`UID:${number}`,
			'SUMMARY:Secret',
			...lines,
			'END:VEVENT',
		]),
		'END:VCALENDAR',
	].join('\r\n');
const read = (...events: string[][]) => busyDays(calendar(...events), year, weekdays);
const one = (from: string, to = from) => ({ from, to });

test('NFS-26 whole days and long events on days that count are busy, short ones, free ones and those called off are not', () => {
	expect(
		read(
			['DTSTART;VALUE=DATE:20261103', 'DTEND;VALUE=DATE:20261104'],
			['DTSTART:20261105T090000', 'DTEND:20261105T120000'],
			['DTSTART:20261106T090000', 'DTEND:20261106T115959'],
			['DTSTART;VALUE=DATE:20261109', 'TRANSP:TRANSPARENT'],
			['DTSTART;VALUE=DATE:20261110', 'STATUS:CANCELLED'],
			['DTSTART;VALUE=DATE:20261114'],
			['DTSTART;VALUE=DATE:20261120', 'DTEND;VALUE=DATE:20261125'],
			['DTSTART:20261126T200000', 'DTEND:20261127T003000'],
			['DTSTART:20261130T090000Z', 'DURATION:PT8H'],
		),
	).toEqual([
		...[one('2026-11-03'), one('2026-11-05'), one('2026-11-20'), one('2026-11-23', '2026-11-24')],
		...[one('2026-11-26'), one('2026-11-30')],
	]);
});

test('what repeats is busy each time but where it was left out or moved, and only within the span', () => {
	expect(
		read([
			'DTSTART;TZID=Europe/London:20200106T090000',
			'DTEND;TZID=Europe/London:20200106T130000',
			'RRULE:FREQ=WEEKLY;UNTIL=20261201T000000Z',
			'EXDATE;TZID=Europe/London:20261109T090000',
		]),
	).toEqual(['02', '16', '23', '30'].map((day) => one(`2026-11-${day}`)));
	const weekly = ['DTSTART:20261103T090000', 'DTEND:20261103T130000', 'RRULE:FREQ=WEEKLY;COUNT=2'];
	const moved = [
		'UID:0',
		'RECURRENCE-ID:20261110T090000',
		'DTSTART:20261111T090000',
		'DTEND:20261111T130000',
	];
	expect(busyDays(calendar(weekly, moved).replace('UID:1\r\n', ''), year, weekdays)).toEqual([
		one('2026-11-03'),
		one('2026-11-11'),
	]);
});

test('a file that is no calendar is said to be none; what is damaged in one is left out', () => {
	expect(busyDays('Dear Sir', year, weekdays)).toBeNull();
	expect(busyDays('BEGIN:VCALENDAR\r\nBEGIN:VEVENT', year, weekdays)).toBeNull();
	expect(read([])).toEqual([]);
	expect(
		read(['DTSTART;VALUE=DATE:20261103', 'DTEND;VALUE=DATE:99999'], ['DTSTART;VALUE=DATE:20261104']),
	).toEqual([one('2026-11-04')]);
});

test('a file made to take long is given up: endless events, repeats without end, rules that never come true', () => {
	const endless = Array.from({ length: 2000 }, () => [
		'DTSTART;VALUE=DATE:10000101',
		'DTEND;VALUE=DATE:99991231',
	]);
	expect(read(...endless)!.length).toBeGreaterThan(50);
	const weekly = ['DTSTART:20200101T090000', 'DTEND:20200101T130000', 'RRULE:FREQ=WEEKLY'];
	expect(read(...Array.from({ length: 10_000 }, () => weekly))![0]).toEqual(one('2026-11-04'));
	const long = ['DTSTART:20261103T090000', 'DTEND:20261103T130000'];
	for (const rule of ['FREQ=SECONDLY', 'FREQ=YEARLY;BYWEEKNO=50', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'])
		expect(read([...long, `RRULE:${rule}`])).toEqual([one('2026-11-03')]);
});
