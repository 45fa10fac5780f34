import { addDays } from '#domain/calendar/day.ts';
import { yearNamed, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { startOf, within, type Span } from '#domain/calendar/school-year.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { DayGiven } from '../time/ledger.ts';

/** How many days somebody gives at most; null for no limit. */
export interface Limit {
	daysATerm: number | null;
	daysAYear: number | null;
}

/** A person's own limit as it is kept; what they leave open is as the protocol says. */
export interface OwnLimit extends Limit {
	personId: string;
	version: number;
}

/**
 * What holds for somebody: their own limit, and for what they have left open the protocol's, where they are of a school that
 * releases them.
 */
export function limitFor(
	releaseLimit: Protocol['team']['releaseLimit'] | undefined,
	own: Limit | undefined,
	{ released }: { released: boolean },
): Limit {
	const usual = released ? releaseLimit : undefined;
	return {
		daysATerm: own?.daysATerm ?? usual?.daysATerm ?? null,
		daysAYear: own?.daysAYear ?? usual?.daysAYear ?? null,
	};
}

/** The terms of a school year, each with the holiday after it, so that no day of the year is in none or in two. */
export function termsOf(calendar: SchoolCalendar, year: string): Span[] {
	const { terms } = yearNamed(calendar, year);
	const start = startOf(year);
	return terms.map((term, place) => ({
		from: place === 0 ? `${start}-08-01` : term.from,
		to: terms[place + 1] ? addDays(terms[place + 1]!.from, -1) : `${start + 1}-07-31`,
	}));
}

/** The most days that somebody gives in any one of these terms. */
export const mostInATerm = (days: readonly Pick<DayGiven, 'day'>[], terms: readonly Span[]): number =>
	Math.max(0, ...terms.map((term) => days.filter(({ day }) => within(day, term)).length));

/** Whether the days of one person in one school year are more than they give. */
export const isOverLimit = (
	days: readonly Pick<DayGiven, 'day'>[],
	{ daysATerm, daysAYear }: Limit,
	terms: readonly Span[],
): boolean =>
	(daysAYear !== null && days.length > daysAYear) ||
	(daysATerm !== null && mostInATerm(days, terms) > daysATerm);

/** 'at most 2 days a term and 4 a school year'; null where there is no limit. */
export function limitInWords({ daysATerm, daysAYear }: Limit): string | null {
	const most = [
		...(daysATerm === null ? [] : [`${daysATerm} a term`]),
		...(daysAYear === null ? [] : [`${daysAYear} a school year`]),
	];
	return most.length === 0 ? null : `at most ${most.join(' and ')}`;
}
