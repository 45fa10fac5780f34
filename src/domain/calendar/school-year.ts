import type { Day } from './day.ts';

/** Both days belong to the span. */
export type Span = { from: Day; to: Day };

/** First and last day for pupils. Where schools keep no half-term break, `break` is null. */
export type Term = Span & { name: string; break: Span | null };

/**
 * 'YYYY-YY', its terms in order, and the weekdays in term on which pupils stay away. England's bank holidays are such days
 * everywhere but where `bankHolidays` says that schools are open: abroad, where public holidays are entered with `inset`.
 */
export type SchoolYear = {
	name: string;
	terms: readonly Term[];
	inset: readonly Day[];
	bankHolidays?: 'open' | undefined;
};

/** A school year runs from 1 August here, so that schools which begin in late August belong to the year they begin. */
export const schoolYearName = (day: Day): string => schoolYearFrom(schoolYearStart(day));

/** The calendar year in which the day's school year begins. */
export const schoolYearStart = (day: Day): number =>
	Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0);

/** 2026 → '2026-27' */
export function schoolYearFrom(year: number): string {
	let name = names.get(year);
	if (name === undefined) names.set(year, (name = `${year}-${String((year + 1) % 100).padStart(2, '0')}`));
	return name;
}

// Counting asks for the same few names thousands of times a page.
const names = new Map<number, string>();

/** Whether text names a school year of this century: '2026-27', not '2026-28'. */
export const isSchoolYear = (text: string): boolean =>
	/^20\d\d-\d\d$/.test(text) && schoolYearFrom(startOf(text)) === text;

/** The calendar year in which a school year begins: '2026-27' → 2026. */
export const startOf = (name: string): number => Number(name.slice(0, 4));

/** The days of the school year that begins in a calendar year, holidays included: 2026 → 1 August 2026 to 31 July 2027. */
export const schoolYearSpan = (start: number): Span => ({ from: `${start}-08-01`, to: `${start + 1}-07-31` });

export const within = (day: Day, span: Span): boolean => span.from <= day && day <= span.to;
