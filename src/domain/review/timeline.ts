import { daysBetween, type Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { isOver } from '#domain/partnership/model.ts';
import { clauseOf, whenInWords } from '#domain/protocol/clauses.ts';
import type { Role } from '#domain/protocol/parts/roles.ts';
import type { Milestone, Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { counting, type Counted } from './counting.ts';
import type { Facts } from './facts.ts';
import { holdersOf, readMilestone, type Reached } from './milestones.ts';
import { isFollowUpOpen } from './stage.ts';

/** Days ahead of which something counts as due rather than as coming later. */
const soon = 14;

/**
 * - `done`: the fact is there.
 * - `waiting`: what its day is counted from has not come yet, or the report that it answers is not out; `due`, if given, is what to expect.
 * - `later`, `due` (within two weeks), `overdue`: by `due`. What the protocol leaves open is never overdue.
 * - `passed`: left open, only people can see it done, its day is over and nobody has ticked it. It is asked for no more.
 */
export type TimelineState = 'done' | 'due' | 'overdue' | 'later' | 'waiting' | 'passed';

/**
 * Something to do around a review. `people` are those whose part is open; empty where only the roles are known. All heads of the
 * partnership may join them (`withHeads`).
 */
export interface TimelineItem {
	key: string;
	title: string;
	who: { roles: readonly Role[]; withHeads: boolean; people: readonly string[] };
	due: Day | null;
	/** The day from which `due` is counted, as far as it is known; it may lie ahead. */
	since: Day | null;
	/** The day may move: counted through a school year nobody has entered, or from something that has not happened yet. */
	provisional: boolean;
	/** The clause of the protocol that asks for it, in words. */
	because: string;
	/** By when that clause wants it, in words: 'within five school days of the last day of the review'. */
	rule: string;
	/** What makes it done, and so where it is done. */
	milestone: Milestone;
	required: 'must' | 'may';
	checklist: readonly string[];
	done: Day | null;
	state: TimelineState;
}

/**
 * What is due around one review, in the order of the protocol: derived whenever it is read, never stored. Nothing where the
 * review stands still; only what is done where it is closed, or its host has left the partnership.
 */
export function timeline(
	protocol: Protocol,
	facts: Facts,
	calendar: SchoolCalendar,
	today: Day,
): TimelineItem[] {
	if (facts.standstill && facts.publication === null) return [];
	const reading = new Map<Stage, Reached>(
		protocol.stages.map((stage) => [stage, readMilestone(stage, facts, protocol, today)]),
	);
	const count = counting(protocol, facts, calendar, today, reading);
	const shut = isFollowUpOpen(facts, protocol, today) ? [] : afterPublication;
	const ended = facts.closedOn !== null || isOver({ untilDay: facts.hostUntil }, today);
	return protocol.stages
		.map((stage) =>
			itemOf(stage, protocol, reading.get(stage)!, waiting(count(stage), shut.includes(stage.done)), today),
		)
		.filter(({ state }) => !ended || state === 'done')
		.map((item) => (item.who.people.length > 0 || item.state === 'done' ? item : withHolders(item, facts)));
}

/** What nobody can do before the report is out: until then it is asked of nobody, whatever day it is (NFS-15). */
const afterPublication: readonly Milestone[] = ['actions planned', 'progress reported', 'looked back'];

const waiting = (counted: Counted, shut: boolean): Counted => (shut ? { ...counted, waits: true } : counted);

function itemOf(
	stage: Stage,
	protocol: Protocol,
	{ reached, on, open }: Reached,
	{ due, since, provisional, waits }: Counted,
	today: Day,
): TimelineItem {
	return {
		key: stage.key,
		title: stage.title,
		who: { roles: stage.who, withHeads: stage.withHeads, people: open },
		due,
		since,
		provisional,
		...wordsOf(protocol, stage),
		milestone: stage.done,
		required: stage.required,
		checklist: stage.checklist,
		done: on,
		state: reached ? 'done' : waits || due === null ? 'waiting' : stateOf(stage, due, today),
	};
}

function stateOf({ required, done }: Stage, due: Day, today: Day): TimelineState {
	if (due < today && required === 'must') return 'overdue';
	if (due < today && done === 'ticked') return 'passed';
	return daysBetween(today, due) <= soon ? 'due' : 'later';
}

const withHolders = (item: TimelineItem, facts: Facts): TimelineItem => ({
	...item,
	who: { ...item.who, people: holdersOf(facts, item.who.roles) },
});

type Words = Pick<TimelineItem, 'because' | 'rule'>;

// A protocol is read many times between its changes, and its words are the same for every review under it.
const worded = new WeakMap<Protocol, Map<string, Words>>();

function wordsOf(protocol: Protocol, stage: Stage): Words {
	let known = worded.get(protocol);
	if (!known) worded.set(protocol, (known = new Map()));
	let words = known.get(stage.key);
	if (!words)
		known.set(
			stage.key,
			(words = { because: clauseOf(protocol, stage), rule: whenInWords(stage.when, protocol.stages) }),
		);
	return words;
}

const urgency = { overdue: 0, due: 1, later: 2 } as const;

/** What can be done now or is to come. */
export type OpenItem = TimelineItem & { state: keyof typeof urgency };
const isOpen = (item: TimelineItem): item is OpenItem => item.state in urgency;

/**
 * What one person can do next on a review, the most pressing first: where their own part is open, or where nobody is named
 * and they hold one of the roles asked (`roles`, as the chair or an administrator does).
 */
export function nextFor(
	personId: string,
	roles: readonly Role[],
	items: readonly TimelineItem[],
): OpenItem[] {
	return items
		.filter(isOpen)
		.filter(
			({ who }) =>
				who.people.includes(personId) ||
				(who.people.length === 0 && who.roles.some((role) => roles.includes(role))),
		)
		.toSorted(byUrgency);
}

/** The most pressing first: overdue, due, later; within these by day. */
export const byUrgency = (
	one: Pick<OpenItem, 'state' | 'due'>,
	other: Pick<OpenItem, 'state' | 'due'>,
): number =>
	urgency[one.state] - urgency[other.state] || (one.due ?? '9999').localeCompare(other.due ?? '9999');
