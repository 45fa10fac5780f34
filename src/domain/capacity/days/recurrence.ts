import { addDays, daysBetween, mondayOf, weekday, type Day } from '#domain/calendar/day.ts';
import type { Span } from '#domain/calendar/school-year.ts';

/** How an event repeats, as a calendar file says it. */
export interface Recurrence {
	freq: string;
	interval: number;
	/** How many times in all; null for no end. */
	count: number | null;
	until: Day | null;
	/** 'MO', '1TU', '-1FR'. */
	byDay: readonly string[];
	byMonthDay: readonly number[];
	/** There is more to it than this: it is taken for something that happens once. */
	more: boolean;
}

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const codeOf = (day: Day): string => codes[weekday(day) - 1]!;
const monthOf = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8));

/** Days looked at for one event and for one file. A file that was made to take long gets no further. */
export const mostDaysWalked = 400_000;

/**
 * The days within a span on which an event that began on a day takes place. Each day is looked at by itself, so that no rule, however
 * strange, goes on for ever; `left` is how many may be looked at still.
 */
export function recursOn(start: Day, rule: Recurrence, during: Span, left: { days: number }): Day[] {
	if (rule.more || !matches[rule.freq]) return start >= during.from ? [start] : [];
	const end = rule.until !== null && rule.until < during.to ? rule.until : during.to;
	// What is to be counted is counted from the beginning.
	let day = rule.count === null && start < during.from ? during.from : start;
	const found: Day[] = [];
	for (let times = 0; day <= end && left.days > 0; day = addDays(day, 1), left.days -= 1) {
		if (!matches[rule.freq]!(start, rule, day)) continue;
		times += 1;
		if (rule.count !== null && times > rule.count) break;
		if (day >= during.from) found.push(day);
	}
	return found;
}

type Matches = (start: Day, rule: Recurrence, day: Day) => boolean;

const onWeekday = ({ byDay }: Recurrence, day: Day): boolean =>
	byDay.some((code) => {
		const [, place = '', name] = /^([+-]?\d*)([A-Z]{2})$/.exec(code) ?? [];
		return name === codeOf(day) && (place === '' || isPlaceInMonth(Number(place), day));
	});

/** The first Tuesday of a month is its 1st place, the last Friday its -1st. */
function isPlaceInMonth(place: number, day: Day): boolean {
	if (place > 0) return Math.ceil(dateOf(day) / 7) === place;
	const beyond = (weeks: number) => monthOf(addDays(day, 7 * weeks)) !== monthOf(day);
	return beyond(-place) && !beyond(-place - 1);
}

const inMonth: Matches = (start, rule, day) => {
	if (rule.byDay.length > 0) return onWeekday(rule, day);
	if (rule.byMonthDay.length === 0) return dateOf(day) === dateOf(start);
	const fromEnd = dateOf(day) - lengthOfMonth(day) - 1;
	return rule.byMonthDay.includes(dateOf(day)) || rule.byMonthDay.includes(fromEnd);
};

const lengthOfMonth = (day: Day): number =>
	new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

const matches: Record<string, Matches> = {
	DAILY: (start, rule, day) =>
		daysBetween(start, day) % rule.interval === 0 && (rule.byDay.length === 0 || onWeekday(rule, day)),
	WEEKLY: (start, rule, day) =>
		(daysBetween(mondayOf(start), mondayOf(day)) / 7) % rule.interval === 0 &&
		(rule.byDay.length === 0 ? codeOf(day) === codeOf(start) : onWeekday(rule, day)),
	MONTHLY: (start, rule, day) =>
		(monthOf(day) - monthOf(start)) % rule.interval === 0 && inMonth(start, rule, day),
	YEARLY: (start, rule, day) =>
		day.slice(5) === start.slice(5) && (monthOf(day) - monthOf(start)) % (12 * rule.interval) === 0,
};
