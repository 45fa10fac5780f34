import type { Day } from './day.ts';

/** Both days belong to the span. */
export type Span = { from: Day; to: Day };

/** First and last day for pupils. Where schools keep no half-term break, `break` is null. */
export type Term = Span & { name: string; break: Span | null };

/** 'YYYY-YY', its terms in order, and the weekdays in term on which pupils stay away. */
export type SchoolYear = { name: string; terms: readonly Term[]; inset: readonly Day[] };

/** A school year runs from 1 August here, so that schools which begin in late August belong to the year they begin. */
export function schoolYearName(day: Day): string {
	const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0);
	return schoolYearFrom(year);
}

/** 2026 → '2026-27' */
export const schoolYearFrom = (year: number): string =>
	`${year}-${String((year + 1) % 100).padStart(2, '0')}`;

/** Whether text names a school year of this century: '2026-27', not '2026-28'. */
export const isSchoolYear = (text: string): boolean =>
	/^20\d\d-\d\d$/.test(text) && schoolYearFrom(startOf(text)) === text;

/** The calendar year in which a school year begins: '2026-27' → 2026. */
export const startOf = (name: string): number => Number(name.slice(0, 4));

export const within = (day: Day, span: Span): boolean => span.from <= day && day <= span.to;
