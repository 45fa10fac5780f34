import ICAL from 'ical.js';
import { londonTime } from '#platform/day.ts';
import { addDays } from '../day.ts';
import type { Day } from '../day.ts';
import { emptyReading, type Reading, type Said } from './said.ts';
import { subjectOf } from './subject.ts';

export const isICalendar = (text: string): boolean => /^\s*BEGIN:VCALENDAR/i.test(text);

/** Reads an iCalendar file: events whose summary tells a term, a half-term holiday or an INSET day. A day off by itself ends before its DTEND. */
export function readICalendar(text: string): Reading {
	const reading = emptyReading();
	const lines = text
		.split(/\r\n?|\n/)
		.flatMap((line, index) => (/^BEGIN:VEVENT/i.test(line) ? [index + 1] : []));
	let events: ICAL.Component[];
	try {
		events = new ICAL.Component(ICAL.parse(text.trim())).getAllSubcomponents('vevent');
	} catch {
		const why = 'This calendar file is damaged. Download it again.';
		return { ...reading, notUnderstood: [{ line: 1, text: text.trim().split('\n')[0]!, why }] };
	}
	for (const [index, event] of events.entries()) readEvent(event, lines[index] ?? 1, reading);
	return reading;
}

function readEvent(component: ICAL.Component, line: number, reading: Reading): void {
	const text = String(component.getFirstPropertyValue('summary') ?? '')
		.trim()
		.slice(0, 200);
	const remark = (why: string) => ({ line, text: text || 'An event without a name', why });
	const subject = subjectOf(text);
	if (!subject)
		return void reading.notUnderstood.push(remark('This is not about terms, half-terms or INSET.'));
	if ('leaveOut' in subject) return void reading.leftOut.push(remark(subject.leaveOut));
	if (component.hasProperty('rrule'))
		return void reading.notUnderstood.push(remark('It repeats. Enter each day by itself.'));
	const days = daysOf(component);
	if (!days) return void reading.notUnderstood.push(remark('It has no day.'));
	const long = days.from < days.to;
	if (subject.what === 'term' && !long)
		return void reading.notUnderstood.push(remark('This is one date only: is it the first day or the last?'));
	const what: Said['what'] = subject.what.startsWith('term') && long ? 'term' : subject.what;
	const spans = what === 'inset' ? each(days.from, days.to) : [days];
	reading.said.push(...spans.map((span): Said => ({ line, text, what, name: subject.name, ...span })));
}

function daysOf(component: ICAL.Component): { from: Day; to: Day } | null {
	const { startDate, endDate } = new ICAL.Event(component);
	// Without a DTSTART the library answers null, whatever its types say.
	if (!startDate) return null;
	const from = dayOf(startDate);
	if (!from) return null;
	const end = (endDate && dayOf(endDate)) || from;
	const to = startDate.isDate && end > from ? addDays(end, -1) : end;
	return { from, to: to < from ? from : to };
}

function dayOf(time: ICAL.Time): Day | null {
	if (!time.isDate && time.zone === ICAL.Timezone.utcTimezone) return londonTime(time.toJSDate()).day;
	const day = time.toString().slice(0, 10);
	return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/** Few enough days in a row to be INSET; a longer event keeps its first two weeks and shows in the form. */
function each(from: Day, to: Day): { from: Day; to: Day }[] {
	const days: Day[] = [];
	for (let day = from; day <= to && days.length < 14; day = addDays(day, 1)) days.push(day);
	return days.map((day) => ({ from: day, to: day }));
}
