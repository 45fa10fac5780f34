import { isDay } from '#platform/day.ts';
import { asPeopleSay, weekday } from '../day.ts';
import type { Day } from '../day.ts';

/** A day as it stands in a text; `at` and `end` are its place. The year may be missing. */
type Written = {
	year: number | null;
	month: number;
	date: number;
	weekday: number | null;
	at: number;
	end: number;
};

export type FoundDay = { day: Day; at: number; end: number };

const weekdayWord =
	'(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+(?:the\\s+)?';
const monthWord =
	'(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const dateNumber = '(?<date>\\d{1,2})(?:st|nd|rd|th)?';
const yearNumber =
	"(?:,?\\s+(?<year>\\d{4})(?!\\d)|-(?<hyphened>\\d{4}|\\d{2})(?!\\d)|\\s*[’'](?<short>\\d{2})(?!\\d))?";

const shapes = [
	/(?<!\d)(?<year>\d{4})-(?<number>\d{2})-(?<date>\d{2})(?!\d)/gi,
	/(?<!\d)(?<date>\d{1,2})[/.-](?<number>\d{1,2})[/.-](?<year>\d{4}|\d{2})(?!\d)/gi,
	new RegExp(`(?<!\\w)(?:${weekdayWord})?${dateNumber}(?:\\s+of)?[\\s-]+${monthWord}${yearNumber}`, 'gi'),
	new RegExp(`(?<!\\w)(?:${weekdayWord})?${monthWord}\\s+${dateNumber}(?!\\d)${yearNumber}`, 'gi'),
];

// '26' in 'Monday 26 to Friday 30 October' and '1' in '1 and 2 September' share the month of what follows.
const sharing = new RegExp(
	`(?<!\\w)(?:${weekdayWord})?${dateNumber}\\s*(?:,|and|&|to|until|[-–—])\\s*$`,
	'i',
);

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const placeIn = (names: string[], word: string): number => names.indexOf(word.slice(0, 3).toLowerCase()) + 1;
const fullYear = (text: string): number => Number(text.length === 2 ? `20${text}` : text);

/**
 * The days that a line names, in order, in any way English schools write them: ISO, '1/9/2026' (day first), 'Tues 1st Sept',
 * 'September 4th'. A missing year comes from the next day of the line that has one, or the one before, or else from the
 * school year that begins in `startYear`. Says why not where a day does not exist, its year cannot be told, or its weekday
 * is another.
 */
export function daysIn(text: string, startYear: number | null): FoundDay[] | { why: string } {
	const written = writtenIn(text);
	const found: FoundDay[] = [];
	for (const [index, one] of written.entries()) {
		const year = yearOf(one, written, index, startYear);
		if (year === null) return { why: 'Its year is missing.' };
		const day = `${String(year).padStart(4, '0')}-${pad(one.month)}-${pad(one.date)}`;
		if (!isDay(day)) return { why: `${one.date}/${one.month}/${year} is no day.` };
		if (one.weekday !== null && weekday(day) !== one.weekday)
			return { why: `The weekday does not agree: it is ${asPeopleSay(day)}. Which day is meant?` };
		found.push({ day, at: one.at, end: one.end });
	}
	return found;
}

const pad = (count: number): string => String(count).padStart(2, '0');

function writtenIn(text: string): Written[] {
	const found: Written[] = [];
	for (const shape of shapes)
		for (const match of text.matchAll(shape)) {
			const { groups = {}, index } = match;
			const end = index + match[0].length;
			if (found.some((other) => index < other.end && other.at < end)) continue;
			const year = groups['year'] ?? groups['hyphened'] ?? groups['short'];
			found.push({
				year: year ? fullYear(year) : null,
				month: groups['month'] ? placeIn(monthNames, groups['month']) : Number(groups['number']),
				date: Number(groups['date']),
				weekday: groups['weekday'] ? placeIn(weekdayNames, groups['weekday']) : null,
				at: index,
				end,
			});
		}
	return found.flatMap((one) => [...sharingWith(one, text), one]).toSorted((one, other) => one.at - other.at);
}

function sharingWith(one: Written, text: string): Written[] {
	const match = sharing.exec(text.slice(0, one.at));
	if (!match) return [];
	const word = match.groups!['weekday'];
	const before = {
		...one,
		date: Number(match.groups!['date']),
		weekday: word ? placeIn(weekdayNames, word) : null,
		at: match.index,
		end: one.at,
	};
	return [...sharingWith(before, text), before];
}

function yearOf(one: Written, all: Written[], index: number, startYear: number | null): number | null {
	if (one.year !== null) return one.year;
	const order = (written: Written) => written.month * 100 + written.date;
	const next = all.slice(index + 1).find(({ year }) => year !== null);
	if (next) return next.year! - (order(one) > order(next) ? 1 : 0);
	const before = all.slice(0, index).findLast(({ year }) => year !== null);
	if (before) return before.year! + (order(one) < order(before) ? 1 : 0);
	if (startYear === null) return null;
	return one.month >= 8 ? startYear : startYear + 1;
}

/** The school year a heading names, as the calendar year it begins in: '2026/27', '2026 to 2027', 'Spring term 2027' (2026). */
export function startYearIn(text: string): number | null {
	const pair = /(?<!\d)(20\d\d)\s*(?:[-–—/]|to|and)\s*(?:20)?(\d\d)(?![-\d])/i.exec(text);
	if (pair && (Number(pair[1]) + 1) % 100 === Number(pair[2])) return Number(pair[1]);
	const season = /\b(autumn|spring|summer)\s+(?:term\s+)?(20\d\d)\b/i.exec(text);
	return season ? Number(season[2]) - (season[1]!.toLowerCase() === 'autumn' ? 0 : 1) : null;
}
