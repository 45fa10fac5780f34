import { later, type Day } from '#domain/calendar/day.ts';
import { offset } from '#domain/calendar/offset.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { anchorStage } from '#domain/protocol/contradictions.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Facts } from './facts.ts';
import type { Reached } from './milestones.ts';

/** The day by which a stage is due, the day it is counted from, and whether it waits for that one to come. */
export interface Counted {
	due: Day | null;
	since: Day | null;
	provisional: boolean;
	waits: boolean;
}

/** What a day is counted from. */
type From = Omit<Counted, 'since'>;

/** Counts each stage's day once. A stage counted from another takes the day that one was done, or else is expected. */
export function counting(
	protocol: Protocol,
	facts: Facts,
	calendar: SchoolCalendar,
	today: Day,
	reading: ReadonlyMap<Stage, Reached>,
): (stage: Stage) => Counted {
	const known = new Map<Stage, Counted>();
	const from = ({ when: { anchor } }: Stage, before: Stage | undefined): From => {
		if (before) return expected(before);
		if (anchor === 'proposed') return settled(facts.proposedOn, today);
		if (anchor === 'first day') return settled(facts.firstDay, today);
		if (anchor === 'next heads’ meeting') return nextMeeting();
		return settled(facts.lastDay, today);
	};
	const expected = (before: Stage): From => {
		const { reached, on } = reading.get(before)!;
		if (on !== null) return settled(on, today);
		const { due } = count(before);
		return { due: due && later(due, today), provisional: true, waits: !reached };
	};
	const nextMeeting = (): From => {
		const { lastDay } = facts;
		if (lastDay === null) return settled(null, today);
		const entered = calendar.meetings.find((day) => day > lastDay);
		if (entered) return { due: entered, provisional: false, waits: lastDay > today };
		const { every, unit } = protocol.cadence.headsMeet;
		const { day } = offset(lastDay, { amount: every, unit }, calendar);
		return { due: day, provisional: true, waits: lastDay > today };
	};
	const count = (stage: Stage): Counted => {
		const before = known.get(stage);
		if (before) return before;
		const counted = dayOf(stage, from(stage, anchorStage(protocol.stages, stage)));
		known.set(stage, counted);
		return counted;
	};
	const dayOf = ({ when }: Stage, anchor: From): Counted => {
		if (anchor.due === null) return { ...anchor, since: null };
		const { day, provisional } = offset(anchor.due, when.offset, calendar);
		const ahead = when.offset.amount > 0 || when.anchor === 'next heads’ meeting';
		return {
			due: day,
			since: anchor.due,
			provisional: provisional || anchor.provisional,
			waits: anchor.waits && ahead,
		};
	};
	return count;
}

/** A day that is set. Until it has come, what follows it waits. */
const settled = (day: Day | null, today: Day): From => ({
	due: day,
	provisional: false,
	waits: day === null || day > today,
});
