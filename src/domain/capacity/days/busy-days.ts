import ICAL from 'ical.js';
import { addDays, daysBetween, later, type Day } from '#domain/calendar/day.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import { isDay, londonTime } from '#platform/day.ts';
import { mostDaysWalked, recursOn, type Recurrence } from './recurrence.ts';

/** An event of this many hours leaves no room for a review. */
const longHours = 3;
/** More than a year of school days in spans has. */
export const mostBusySpans = 120;

/**
 * The days within a span on which a calendar file says that its person is busy for long: events of whole days, and of three hours or
 * more, that are neither called off nor shown as free. Only days that `counts`; days in a row are one span. Of what an event is
 * called nothing is kept. Null where the file is no calendar.
 */
export function busyDays(text: string, during: Span, counts: (day: Day) => boolean): Span[] | null {
	let events: ICAL.Component[];
	try {
		const calendar = new ICAL.Component(ICAL.parse(text.trim()));
		if (calendar.name !== 'vcalendar') return null;
		events = calendar.getAllSubcomponents('vevent');
	} catch {
		return null;
	}
	const changed = Map.groupBy(
		events.filter((event) => event.hasProperty('recurrence-id')),
		(event) => textOf(event, 'uid'),
	);
	const busy = new Set<Day>();
	const left = { days: mostDaysWalked };
	for (const event of events.filter(isBusy)) {
		const elsewhere = event.hasProperty('rrule') ? (changed.get(textOf(event, 'uid')) ?? []) : [];
		for (const { from, to } of takesPlace(event, elsewhere, during, left))
			for (
				let day = later(from, during.from);
				day <= to && day <= during.to && left.days > 0;
				day = addDays(day, 1), left.days -= 1
			)
				if (counts(day)) busy.add(day);
	}
	return inARow([...busy].sort());
}

const textOf = (event: ICAL.Component, name: string): string =>
	String(event.getFirstPropertyValue(name) ?? '').toUpperCase();

const isBusy = (event: ICAL.Component): boolean =>
	textOf(event, 'transp') !== 'TRANSPARENT' &&
	textOf(event, 'status') !== 'CANCELLED' &&
	textOf(event, 'x-microsoft-cdo-busystatus') !== 'FREE';

/** The days of each time an event takes place; of one that is damaged none, and none of a time that was left out or moved. */
function takesPlace(
	component: ICAL.Component,
	changed: readonly ICAL.Component[],
	during: Span,
	left: { days: number },
): Span[] {
	try {
		const start = component.getFirstPropertyValue('dtstart');
		const span = start instanceof ICAL.Time ? spanOf(start, endOf(component, start)) : null;
		if (!span || !isDay(span.from) || !isDay(span.to)) return [];
		const rule = component.getFirstPropertyValue('rrule');
		if (!(rule instanceof ICAL.Recur)) return [span];
		const length = daysBetween(span.from, span.to);
		// One that began before the span may reach into it.
		const from = addDays(during.from, -Math.min(length, 31));
		const not = new Set([
			...daysIn(component, 'exdate'),
			...changed.flatMap((one) => daysIn(one, 'recurrence-id')),
		]);
		return recursOn(span.from, recurrenceOf(rule), { from, to: during.to }, left)
			.filter((day) => !not.has(day))
			.map((day) => ({ from: day, to: addDays(day, length) }));
	} catch {
		return [];
	}
}

const daysIn = (component: ICAL.Component, name: string): Day[] =>
	component
		.getAllProperties(name)
		.flatMap((property) => property.getValues())
		.flatMap((value) => (value instanceof ICAL.Time ? [dayOf(value)] : []));

const understood = new Set(['BYDAY', 'BYMONTHDAY']);

function recurrenceOf({ freq, interval, count, until, parts }: ICAL.Recur): Recurrence {
	const named = parts as Record<string, readonly (string | number)[]>;
	return {
		freq,
		interval: Math.max(1, interval),
		count: count ?? null,
		until: until ? dayOf(until) : null,
		byDay: (named['BYDAY'] ?? []).map(String),
		byMonthDay: (named['BYMONTHDAY'] ?? []).map(Number),
		more: Object.keys(named).some((part) => !understood.has(part)),
	};
}

// The library’s own events look at all others of the file, each.
function endOf(component: ICAL.Component, start: ICAL.Time): ICAL.Time | null {
	const end = component.getFirstPropertyValue('dtend');
	if (end instanceof ICAL.Time) return end;
	const lasts = component.getFirstPropertyValue('duration');
	if (!(lasts instanceof ICAL.Duration)) return null;
	const after = start.clone();
	after.addDuration(lasts);
	return after;
}

/** A whole day ends before its DTEND; an event of hours counts where it is long, and its night's small hours do not. */
function spanOf(start: ICAL.Time, end: ICAL.Time | null): Span | null {
	const [from, last] = [dayOf(start), dayOf(end ?? start)];
	if (start.isDate) return { from, to: last > from ? addDays(last, -1) : from };
	const hours = end ? end.subtractDateTz(start).toSeconds() / 3600 : 0;
	if (hours < longHours) return null;
	return { from, to: last > from && hourOf(end!) < 6 ? addDays(last, -1) : last };
}

const isUtc = (time: ICAL.Time): boolean => time.zone === ICAL.Timezone.utcTimezone;
const dayOf = (time: ICAL.Time): Day =>
	!time.isDate && isUtc(time) ? londonTime(time.toJSDate()).day : time.toString().slice(0, 10);
const hourOf = (time: ICAL.Time): number =>
	isUtc(time) ? Number(londonTime(time.toJSDate()).time.slice(0, 2)) : time.hour;

function inARow(days: readonly Day[]): Span[] {
	const spans: Span[] = [];
	for (const day of days) {
		const last = spans.at(-1);
		if (last && addDays(last.to, 1) === day) last.to = day;
		else spans.push({ from: day, to: day });
	}
	return spans;
}
