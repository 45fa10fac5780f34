import { addDays, addMonths, later, type Day } from '#domain/calendar/day.ts';
import { partsIn, type PartUnit } from '#domain/calendar/parts-of-year.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearSpan, schoolYearStart, type Span } from '#domain/calendar/school-year.ts';
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
 * The cycle that would come next: from the day after the last one, or the beginning of the school year (of the next, once the last term
 * has begun), for as long as the cadence takes to reach every school. The chair may choose other days.
 */
export function nextSpan(cadence: Cadence, calendar: SchoolCalendar, sizes: Sizes): Span {
	const from = beginning(calendar, sizes);
	const longest = addDays(addMonths(from, 12 * longestYears), -1);
	const to = ending(cadence, calendar, from, sizes);
	return { from, to: to < longest ? to : longest };
}

export interface Sizes {
	/** Of the latest cycle there has been; null before the first. */
	lastDay: Day | null;
	today: Day;
	schools: number;
	largestGroup: number;
}

function beginning(calendar: SchoolCalendar, { lastDay, today }: Sizes): Day {
	// Whoever left off long ago begins anew, and not with what has been.
	if (lastDay !== null && lastDay > addMonths(today, -12)) return addDays(lastDay, 1);
	const start = schoolYearStart(today);
	const lastTerm = partsIn(calendar, schoolYearSpan(start), 'terms').at(-1)!;
	return `${today >= lastTerm.from ? start + 1 : start}-08-01`;
}

/** The last day of the school year, term or half-term in which the cadence has reached every school once. */
function ending(
	{ reviews }: Cadence,
	calendar: SchoolCalendar,
	from: Day,
	{ schools, largestGroup }: Sizes,
): Day {
	const start = schoolYearStart(from);
	if (reviews.kind === 'each school' && reviews.unit === 'years') return `${start + reviews.every}-07-31`;
	const asked = reviews.kind === 'each school' ? reviews.unit : `${reviews.per}s`;
	const unit: PartUnit = asked === 'terms' ? 'terms' : 'half-terms';
	const parts = partsIn(calendar, { from, to: addMonths(from, 12 * longestYears) }, unit);
	if (reviews.kind === 'each school') return at(parts, reviews.every).to;
	const hosts = Math.max(1, reviews.of === 'group' ? largestGroup : schools);
	const reached = at(parts, Math.ceil(hosts / reviews.reviews)).to;
	// A school year is the least: a trio that reviews twice a term begins anew when the year does.
	return later(reached, `${start + 1}-07-31`);
}

const at = <T>(parts: readonly T[], count: number): T => parts[Math.min(count, parts.length) - 1]!;

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
