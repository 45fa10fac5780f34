import { addDays } from './day.ts';
import type { Day } from './day.ts';

/** A time on the wall in London, 'HH:MM', 24 hours. Times compare as strings. */
export type WallTime = string;

const london = new Intl.DateTimeFormat('en-GB', {
	timeZone: 'Europe/London',
	year: 'numeric',
	month: '2-digit',
	day: '2-digit',
	hour: '2-digit',
	minute: '2-digit',
	hourCycle: 'h23',
});

export const isWallTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Minutes since midnight on the wall. */
export const minutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The wall time so many minutes after midnight; refuses to leave the day by stopping at 23:59. */
export function wallTimeAt(minutes: number): WallTime {
	const kept = Math.max(0, Math.min(minutes, 23 * 60 + 59));
	return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}

/** What calendars and walls in London show at an instant. */
export function londonTime(instant: Date): { day: Day; time: WallTime } {
	const part = Object.fromEntries(london.formatToParts(instant).map(({ type, value }) => [type, value]));
	return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/**
 * The instant at which London shows this day and time. In the hour that happens twice (October) it is the first of the
 * two; in the hour that does not happen (March) it is as long after midnight as if the clocks had not moved.
 */
export function instantOf(day: Day, time: WallTime): Date {
	const asWinter = new Date(`${day}T${time}:00Z`);
	const asSummer = new Date(asWinter.getTime() - 3_600_000);
	const shown = londonTime(asSummer);
	return shown.day === day && shown.time === time ? asSummer : asWinter;
}

/** From midnight to midnight in London; an hour short in March, an hour long in October. */
export const dayBounds = (day: Day): { from: Date; to: Date } => ({
	from: instantOf(day, '00:00'),
	to: instantOf(addDays(day, 1), '00:00'),
});
