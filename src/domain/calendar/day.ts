import { isDay } from '#platform/day.ts';

/** A day as people mean it, without a time or a zone: 'YYYY-MM-DD'. Days compare as strings. */
export type Day = string;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

const millisecondsPerDay = 86_400_000;
const written = (count: number): Day => new Date(count * millisecondsPerDay).toISOString().slice(0, 10);

// Counting in school time reads and writes thousands of days a page, and doing so costs more than all the rest.
const named: Day[] = [];
const numbered = new Map<Day, number>();
const lastNamed = 60_000;
const number = (day: Day): number => numbered.get(day) ?? Date.parse(day) / millisecondsPerDay;
function fromNumber(count: number): Day {
	if (count < 0 || count >= lastNamed) return written(count);
	const known = named[count];
	if (known) return known;
	const day = written(count);
	named[count] = day;
	numbered.set(day, count);
	return day;
}
const pad = (count: number): string => String(count).padStart(2, '0');

/** Year 1–9999, month 1–12, day of the month; a day beyond the month's end is taken back to its end. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
	const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
	return `${String(year).padStart(4, '0')}-${pad(month)}-${pad(Math.min(dayOfMonth, last))}`;
}

/** What someone typed or posted, as a day: '2026-12-03' or '3/12/2026' (day first). Null when it is neither. */
export function parseDay(text: string): Day | null {
	const trimmed = text.trim();
	if (isDay(trimmed)) return trimmed;
	const spoken = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(trimmed);
	if (!spoken) return null;
	const day = `${spoken[3]}-${spoken[2]!.padStart(2, '0')}-${spoken[1]!.padStart(2, '0')}`;
	return isDay(day) ? day : null;
}

export const addDays = (day: Day, count: number): Day => fromNumber(number(day) + count);

/** Days from the first to the second; negative when the second is earlier. */
export const daysBetween = (first: Day, second: Day): number => number(second) - number(first);

export const later = (one: Day, other: Day): Day => (one > other ? one : other);

/** 1 for Monday to 7 for Sunday. */
export const weekday = (day: Day): number => ((((number(day) + 3) % 7) + 7) % 7) + 1;

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));

/** The same day of the month so many months on; 31 January and one month is the last of February. */
export function addMonths(day: Day, count: number): Day {
	const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
	return dayOf(Math.floor(index / 12), (index % 12) + 1, Number(day.slice(8)));
}

/** 'Thursday 3 December 2026' */
export const asPeopleSay = (day: Day): string => `${weekdays[weekday(day) - 1]} ${dayMonthYear(day)}`;

/** '3 December', where the year is plain from what stands around it. */
export const dayAndMonth = (day: Day): string =>
	`${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`;

/** '3 December 2026' */
export const dayMonthYear = (day: Day): string => `${dayAndMonth(day)} ${day.slice(0, 4)}`;

/** 'December 2026' */
export const monthAndYear = (day: Day): string => `${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
