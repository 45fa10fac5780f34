import type { Day } from '#domain/calendar/day.ts';
import { standsOn, type EventKind, type JointEvent } from './model.ts';

/** What each group leads once a year (CEN-4). */
const yearly: ReadonlySet<EventKind> = new Set(['research project', 'conference']);

/** As much of a group as says what it leads. */
interface LeadingGroup {
	id: string;
	name: string;
	members: readonly { id: string }[];
}

/** What one group leads in a school year. */
export interface Leading {
	id: string;
	name: string;
	held: JointEvent[];
	planned: JointEvent[];
}

/**
 * Which groups lead a research project or a conference, and which lead none (CEN-4); those called off left out. A group leads what is its
 * own, and what somebody who works at one of its schools leads for others. One that is under way counts as held.
 *
 * @param groups of the school year, in the order in which they are shown
 * @param events of that school year, as far as the reader knows of them
 */
export function leadingOf(
	groups: readonly LeadingGroup[],
	events: readonly JointEvent[],
	today: Day,
): Leading[] {
	const led = events.filter(({ kind, calledOff }) => yearly.has(kind) && calledOff === null);
	return groups.map(({ id, name, members }) => {
		const own = led.filter(
			({ groupId, leaderMemberIds }) =>
				groupId === id || (groupId === null && members.some((member) => leaderMemberIds.includes(member.id))),
		);
		const planned = own.filter((event) => standsOn(event, today) === 'ahead');
		return { id, name, held: own.filter((event) => !planned.includes(event)), planned };
	});
}
