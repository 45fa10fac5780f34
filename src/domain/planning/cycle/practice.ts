import type { Day } from '#domain/calendar/day.ts';
import { partsApart } from '#domain/calendar/parts-of-year.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';

/** What happened, beside what the protocol plans (NFS-2). */
export interface Practice {
	/** Reviews that were held, follow-ups left out, and the day of the first of them. */
	held: number;
	since: Day | null;
	/** Terms between two reviews of a school, at the middle of all there are; null before any school had two. */
	terms: number | null;
	/** How many times a school was reviewed again. */
	again: number;
}

/** A review that was held: whose, of which kind, and its first day. */
export interface Visit {
	hostMemberId: string;
	kind: string;
	firstDay: Day;
}

/** Of visits that begin afresh. Two kinds in one year are no return: intervals are between reviews of one kind. */
export function practiceOf(visits: readonly Visit[], calendar: SchoolCalendar): Practice {
	const days = Map.groupBy(visits, ({ hostMemberId, kind }) => `${hostMemberId} ${kind}`);
	const apart = [...days.values()].flatMap((own) => {
		const inOrder = own.map(({ firstDay }) => firstDay).sort();
		return inOrder.slice(1).map((day, index) => partsApart(calendar, inOrder[index]!, day, 'terms'));
	});
	const all = visits.map(({ firstDay }) => firstDay).sort();
	return { held: visits.length, since: all[0] ?? null, terms: middle(apart), again: apart.length };
}

/** Of an even number the later of the two in the middle: an interval that did occur. */
function middle(numbers: readonly number[]): number | null {
	const inOrder = numbers.toSorted((one, other) => one - other);
	return inOrder[Math.floor(inOrder.length / 2)] ?? null;
}
