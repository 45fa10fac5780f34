import listed from './data/bank-holidays.json' with { type: 'json' };
import { addDays, dayOf, weekday } from './day.ts';
import type { Day } from './day.ts';

const days: ReadonlySet<Day> = new Set(listed.days);
const firstListed = listed.days[0]!.slice(0, 4);
const lastListed = listed.days.at(-1)!.slice(0, 4);
const ruled = new Map<string, ReadonlySet<Day>>();

/** Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher). */
export function easter(year: number): Day {
	const a = year % 19;
	const b = Math.floor(year / 100);
	const c = year % 100;
	const d = b >> 2;
	const e = b % 4;
	const g = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - d - g + 15) % 30;
	const l = (32 + 2 * e + 2 * (c >> 2) - h - (c % 4)) % 7;
	const m = Math.floor((a + 11 * h + 19 * l) / 433);
	const month = Math.floor((h + l - 7 * m + 90) / 25);
	return dayOf(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** The first Monday on or after a day. */
export const mondayFrom = (day: Day): Day => addDays(day, (8 - weekday(day)) % 7);

/**
 * A bank holiday in England. GOV.UK's list as far as it goes; in other years those that can fall in term by rule: Good
 * Friday, Easter Monday, the first Monday of May, the last of May, and New Year's Day or the weekday that stands for it.
 */
export function isBankHoliday(day: Day): boolean {
	const year = day.slice(0, 4);
	if (year >= firstListed && year <= lastListed) return days.has(day);
	let known = ruled.get(year);
	if (!known) ruled.set(year, (known = byRule(Number(year))));
	return known.has(day);
}

function byRule(year: number): ReadonlySet<Day> {
	const sunday = easter(year);
	const newYear = dayOf(year, 1, 1);
	return new Set([
		weekday(newYear) > 5 ? mondayFrom(newYear) : newYear,
		addDays(sunday, -2),
		addDays(sunday, 1),
		mondayFrom(dayOf(year, 5, 1)),
		mondayFrom(dayOf(year, 5, 25)),
	]);
}
