import { addDays, addMonths, later, type Day } from '#domain/calendar/day.ts';
import { partAt, partsIn, type PartUnit } from '#domain/calendar/parts-of-year.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { Span } from '#domain/calendar/school-year.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';

/** A stretch of time in which a partnership means to have each of its schools reviewed (CEN-1, HEP-12). Both days belong to it. */
export interface Cycle extends Span {
	id: string;
	/** '2026-27', 'Second cycle' */
	name: string;
	/** What the partnership has set itself, in its own words. */
	objective: string;
	/** Percent of its schools that it means to reach, 1 to 100. */
	share: number;
	version: number;
}

/** The longest there may be: schools that are reviewed every five years. */
export const longestYears = 5;

/** As much of the cadence as says how long a cycle takes. */
type Cadence = Protocol['cadence'];

/**
 * The cycle that would come next: from the day after the last one, or the beginning of the school year, for as long as the cadence
 * takes to reach every school. The chair may choose other days.
 */
export function nextSpan(
	cadence: Cadence,
	calendar: SchoolCalendar,
	{ lastDay, today, schools, largestGroup }: Sizes,
): Span {
	const from =
		lastDay === null
			? partAt(calendar, today, 'terms').from
			: addDays(later(lastDay, addDays(today, -366)), 1);
	const { count, unit } = length(cadence, schools, largestGroup);
	const parts = partsIn(calendar, { from, to: addMonths(from, 12 * longestYears) }, unit);
	return { from, to: parts[Math.min(count, parts.length) - 1]!.to };
}

export interface Sizes {
	/** Of the latest cycle there has been; null before the first. */
	lastDay: Day | null;
	today: Day;
	schools: number;
	largestGroup: number;
}

const partsOfYear = { 'half-terms': 6, terms: 3 } as const;

/** How many terms or half-terms the cadence takes to reach every school once. */
function length(
	{ reviews }: Cadence,
	schools: number,
	largestGroup: number,
): { count: number; unit: PartUnit } {
	if (reviews.kind === 'each school')
		return reviews.unit === 'years'
			? { count: reviews.every * partsOfYear.terms, unit: 'terms' }
			: { count: reviews.every, unit: reviews.unit };
	const unit: PartUnit = reviews.per === 'term' ? 'terms' : 'half-terms';
	const hosts = Math.max(1, reviews.of === 'group' ? largestGroup : schools);
	const needed = Math.ceil(hosts / reviews.reviews);
	// A school year is the least: a trio that reviews twice a term begins anew when the year does.
	return { count: Math.max(needed, partsOfYear[unit]), unit };
}

/** The cycle that a day lies in, else the next to come, else the latest; null where there is none. */
export function cycleAt<C extends Span>(cycles: readonly C[], today: Day): C | null {
	const inOrder = cycles.toSorted((one, other) => one.from.localeCompare(other.from));
	return inOrder.find(({ to }) => to >= today) ?? inOrder.at(-1) ?? null;
}

/** The cycle that shares a day with a span, but for the one that is being changed. */
export const overlapping = <C extends Span & { id: string }>(
	cycles: readonly C[],
	{ from, to }: Span,
	exceptId: string,
): C | null => cycles.find((one) => one.id !== exceptId && one.from <= to && one.to >= from) ?? null;
