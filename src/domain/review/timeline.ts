import { daysBetween, later, type Day } from '#domain/calendar/day.ts';
import { offset } from '#domain/calendar/offset.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { clauseOf } from '#domain/protocol/clauses.ts';
import { anchorStage } from '#domain/protocol/contradictions.ts';
import type { Role } from '#domain/protocol/parts/roles.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { Facts } from './facts.ts';
import { holdersOf, readMilestone, type Reached } from './milestones.ts';

/** Days ahead of which something counts as due rather than as coming later. */
const soon = 14;

/**
 * - `done`: the fact is there.
 * - `waiting`: what its day is counted from has not come yet; `due`, if given, is what to expect.
 * - `later`, `due` (within two weeks), `overdue`: by `due`. What the protocol leaves open is never overdue.
 */
export type TimelineState = 'done' | 'due' | 'overdue' | 'later' | 'waiting';

/** Something to do around a review. `people` are those whose part is open; empty where only the roles are known. */
export interface TimelineItem {
	key: string;
	title: string;
	who: { roles: readonly Role[]; people: readonly string[] };
	due: Day | null;
	/** The day may move: counted through a school year nobody has entered, or from something that has not happened yet. */
	provisional: boolean;
	/** The clause of the protocol that asks for it, in words. */
	because: string;
	done: Day | null;
	state: TimelineState;
}

type Counted = { due: Day | null; provisional: boolean; waits: boolean };

/**
 * What is due around one review, in the order of the protocol: derived whenever it is read, never stored. Nothing where the
 * review stands still; only what is done where it is closed. Stages that only people can see done are reminders: they are
 * listed until their day has passed.
 */
export function timeline(
	protocol: Protocol,
	facts: Facts,
	calendar: SchoolCalendar,
	today: Day,
): TimelineItem[] {
	if (facts.standstill && facts.publication === null) return [];
	const reading = new Map<Stage, Reached>(
		protocol.stages.map((stage) => [stage, readMilestone(stage.done, facts, protocol, stage.who, today)]),
	);
	const count = counting(protocol, facts, calendar, today, reading);
	return protocol.stages
		.map((stage) => itemOf(stage, protocol, reading.get(stage)!, count(stage), today))
		.filter(
			(item, index) => protocol.stages[index]?.done !== 'ticked' || item.due === null || item.due >= today,
		)
		.filter(({ state }) => facts.closedOn === null || state === 'done')
		.map((item) => (item.who.people.length > 0 || item.state === 'done' ? item : withHolders(item, facts)));
}

function itemOf(
	stage: Stage,
	protocol: Protocol,
	{ reached, on, open }: Reached,
	counted: Counted,
	today: Day,
): TimelineItem {
	return {
		key: stage.key,
		title: stage.title,
		who: { roles: stage.who, people: open },
		due: counted.due,
		provisional: counted.provisional,
		because: clauseOf(protocol, stage),
		done: on,
		state: reached ? 'done' : stateOf(stage, counted, today),
	};
}

function stateOf({ required }: Stage, { due, waits }: Counted, today: Day): TimelineState {
	if (waits || due === null) return 'waiting';
	if (due < today && required === 'must') return 'overdue';
	return daysBetween(today, due) <= soon ? 'due' : 'later';
}

const withHolders = (item: TimelineItem, facts: Facts): TimelineItem => ({
	...item,
	who: { roles: item.who.roles, people: holdersOf(facts, item.who.roles) },
});

/** Counts each stage's day once. A stage counted from another takes the day that one was done, or else is expected. */
function counting(
	protocol: Protocol,
	facts: Facts,
	calendar: SchoolCalendar,
	today: Day,
	reading: ReadonlyMap<Stage, Reached>,
) {
	const known = new Map<Stage, Counted>();
	const from = ({ when: { anchor } }: Stage, before: Stage | undefined): Counted => {
		if (before) return expected(before);
		if (anchor === 'proposed') return settled(facts.proposedOn, today);
		if (anchor === 'first day') return settled(facts.firstDay, today);
		if (anchor === 'next heads’ meeting') return nextMeeting();
		return settled(facts.lastDay, today);
	};
	const expected = (before: Stage): Counted => {
		const { reached, on } = reading.get(before)!;
		if (on !== null) return settled(on, today);
		const { due } = count(before);
		return { due: due && later(due, today), provisional: true, waits: !reached };
	};
	const nextMeeting = (): Counted => {
		const { lastDay } = facts;
		if (lastDay === null) return settled(null, today);
		const entered = calendar.meetings.find((day) => day > lastDay);
		if (entered) return { due: entered, provisional: false, waits: lastDay > today };
		const { every, unit } = protocol.cadence.headsMeet;
		return {
			due: offset(lastDay, { amount: every, unit }, calendar).day,
			provisional: true,
			waits: lastDay > today,
		};
	};
	const count = (stage: Stage): Counted => {
		const before = known.get(stage);
		if (before) return before;
		const anchor = from(stage, anchorStage(protocol.stages, stage));
		const counted = dayOf(stage, anchor);
		known.set(stage, counted);
		return counted;
	};
	const dayOf = ({ when }: Stage, anchor: Counted): Counted => {
		if (anchor.due === null) return anchor;
		const { day, provisional } = offset(anchor.due, when.offset, calendar);
		const ahead = when.offset.amount > 0 || when.anchor === 'next heads’ meeting';
		return { due: day, provisional: provisional || anchor.provisional, waits: anchor.waits && ahead };
	};
	return count;
}

/** A day that is set. Until it has come, what follows it waits. */
const settled = (day: Day | null, today: Day): Counted => ({
	due: day,
	provisional: false,
	waits: day === null || day > today,
});

const urgency: Record<TimelineState, number> = { overdue: 0, due: 1, later: 2, waiting: 3, done: 4 };

/**
 * What one person can do next on a review, the most pressing first: where their own part is open, or where nobody is named
 * and they hold one of the roles asked (`roles`, as the chair or an administrator does).
 */
export function nextFor(
	personId: string,
	roles: readonly Role[],
	items: readonly TimelineItem[],
): TimelineItem[] {
	return items
		.filter(({ state }) => state !== 'done' && state !== 'waiting')
		.filter(
			({ who }) =>
				who.people.includes(personId) ||
				(who.people.length === 0 && who.roles.some((role) => roles.includes(role))),
		)
		.toSorted(
			(one, other) =>
				urgency[one.state] - urgency[other.state] || (one.due ?? '').localeCompare(other.due ?? ''),
		);
}
