import type { Day } from '#domain/calendar/day.ts';
import { partsApart } from '#domain/calendar/parts-of-year.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { isHeld, type Turn } from './turn.ts';

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

export function practiceOf(turns: readonly Turn[], calendar: SchoolCalendar): Practice {
	const held = turns.filter((turn) => turn.afresh && isHeld(turn) && turn.firstDay !== null);
	const days = Map.groupBy(held, ({ hostMemberId }) => hostMemberId);
	const apart = [...days.values()].flatMap((own) => {
		const inOrder = own.map(({ firstDay }) => firstDay!).sort();
		return inOrder.slice(1).map((day, index) => partsApart(calendar, inOrder[index]!, day, 'terms'));
	});
	const all = held.map(({ firstDay }) => firstDay!).sort();
	return { held: held.length, since: all[0] ?? null, terms: middle(apart), again: apart.length };
}

/** Of an even number the later of the two in the middle: an interval that did occur. */
function middle(numbers: readonly number[]): number | null {
	const inOrder = numbers.toSorted((one, other) => one - other);
	return inOrder[Math.floor(inOrder.length / 2)] ?? null;
}
