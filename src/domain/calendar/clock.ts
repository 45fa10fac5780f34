import { londonTime } from '#platform/day.ts';
import { addDays } from './day.ts';
import type { Day } from './day.ts';

/** A time on the wall in London, 'HH:MM', 24 hours. Times compare as strings. */
export type WallTime = string;

/** Minutes since midnight on the wall. */
export const minutesOf = (time: WallTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The wall so many minutes later, on the same day: its last minute at most. */
export function addMinutes(time: WallTime, minutes: number): WallTime {
	const at = Math.min(minutesOf(time) + minutes, 24 * 60 - 1);
	const two = (part: number) => String(part).padStart(2, '0');
	return `${two(Math.floor(at / 60))}:${two(at % 60)}`;
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
