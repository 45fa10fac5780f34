import type { Day } from '#domain/calendar/day.ts';
import { partsIn, type PartOfYear } from '#domain/calendar/parts-of-year.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { within, type Span } from '#domain/calendar/school-year.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import { stands, type Turn } from './turn.ts';

/** A group of one school year. */
interface Group {
	id: string;
	name: string;
	schoolYear: string;
	memberIds: readonly string[];
}

/** So many reviews in a half-term or term, of the partnership or of one of its groups (HEP-12, KSA-2). */
export interface Slot {
	part: PartOfYear;
	/** Null for the whole partnership. */
	group: string | null;
	reviews: number;
	/** How many of them have a day in it. */
	planned: number;
	over: boolean;
}

/** The slots of a cycle in order; none where the cadence gives each school its turn. */
export function slotsOf(
	{ reviews }: Protocol['cadence'],
	cycle: Span,
	calendar: SchoolCalendar,
	groups: readonly Group[],
	turns: readonly Turn[],
	today: Day,
): Slot[] {
	if (reviews.kind !== 'slots') return [];
	const parts = partsIn(calendar, cycle, reviews.per === 'term' ? 'terms' : 'half-terms');
	const planned = (part: PartOfYear, hosts: readonly string[] | null) =>
		turns.filter(
			(turn) =>
				turn.afresh &&
				stands(turn) &&
				turn.firstDay !== null &&
				within(turn.firstDay, part) &&
				(hosts === null || hosts.includes(turn.hostMemberId)),
		).length;
	return parts.flatMap((part): Slot[] => {
		const slot = { part, reviews: reviews.reviews, over: part.to < today };
		if (reviews.of === 'partnership') return [{ ...slot, group: null, planned: planned(part, null) }];
		return groups
			.filter(({ schoolYear }) => schoolYear === part.schoolYear)
			.map(({ name, memberIds }) => ({ ...slot, group: name, planned: planned(part, memberIds) }));
	});
}
