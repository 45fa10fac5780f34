import type { Day } from '#domain/calendar/day.ts';
import type { Facts } from './facts.ts';
import type { TimelineItem } from './timeline.ts';

/** Something of the course that is due on another day than before; null where there was or is no day yet. */
export interface Moved {
	key: string;
	title: string;
	from: Day | null;
	to: Day | null;
}

/** What is still to be done and is due on another day by the second course than by the first, in the order of the protocol. */
export function moved(before: readonly TimelineItem[], after: readonly TimelineItem[]): Moved[] {
	const earlier = new Map(before.map(({ key, due }) => [key, due]));
	return after
		.filter(({ state }) => state !== 'done')
		.map(({ key, title, due }) => ({ key, title, from: earlier.get(key) ?? null, to: due }))
		.filter(({ from, to }) => from !== to);
}

/**
 * The facts of a review as they are once its days change: whoever did not change them has not said yes to the new ones, and the
 * plan is not agreed for them. The same facts where the days stay.
 */
export function onOtherDays(
	facts: Facts,
	{ firstDay, lastDay }: Pick<Facts, 'firstDay' | 'lastDay'>,
	changedBy: string,
): Facts {
	if (facts.firstDay === firstDay && facts.lastDay === lastDay) return facts;
	return {
		...facts,
		firstDay,
		lastDay,
		planAgreedOn: null,
		acceptedBy: facts.acceptedBy.filter(({ personId }) => personId === changedBy),
		team: facts.team.map((member) =>
			member.personId === changedBy ? member : { ...member, acceptedOn: null },
		),
	};
}
