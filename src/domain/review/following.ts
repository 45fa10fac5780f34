import type { Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { ofKind } from '#domain/protocol/of-kind.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { counting } from './counting.ts';
import type { Reached } from './milestones.ts';
import { planned } from './preview.ts';

/** Something for which people come together after a review, or look back on it, and the day it is due. */
export interface Following {
	stage: Stage;
	day: Day;
}

/** What follows a review of a kind that is held on these days, by the calendar of its host. */
export type FollowingOf = (
	calendar: SchoolCalendar,
	kind: string,
	days: { firstDay: Day; lastDay: Day },
) => readonly Following[];

const open: Reached = { reached: false, on: null, open: [] };

/**
 * What follows a review that is still to be held, in the order of the protocol: the workshop, the look-back, and all else for which
 * people come together. Each day of a calendar is reckoned once, however many schools share it: counting in school time takes long.
 */
export function whatFollows(protocol: Protocol, today: Day): FollowingOf {
	const asked = new Map(protocol.kinds.map(({ key }) => [key, askedFor(protocol, key)]));
	const known = new WeakMap<SchoolCalendar, Map<string, readonly Following[]>>();
	return (calendar, kind, { firstDay, lastDay }) => {
		const { own, reading, stages } = asked.get(kind) ?? askedFor(protocol, kind);
		if (stages.length === 0) return [];
		const reckoned = known.get(calendar) ?? new Map<string, readonly Following[]>();
		known.set(calendar, reckoned);
		const key = JSON.stringify([kind, firstDay, lastDay]);
		const before = reckoned.get(key);
		if (before) return before;
		const count = counting(own, planned(kind, firstDay, lastDay, today), calendar, today, reading);
		const following = stages.flatMap((stage) => {
			const { due } = count(stage);
			return due !== null && due > lastDay ? [{ stage, day: due }] : [];
		});
		reckoned.set(key, following);
		return following;
	};
}

function askedFor(protocol: Protocol, kind: string) {
	const own = ofKind(protocol, kind);
	return {
		own,
		reading: new Map(own.stages.map((stage) => [stage, open])),
		stages: own.stages.filter(
			({ done, together }) => together || done === 'workshop held' || done === 'looked back',
		),
	};
}
