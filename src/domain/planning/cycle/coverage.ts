import { later, type Day } from '#domain/calendar/day.ts';
import { nearestSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { within, type Span } from '#domain/calendar/school-year.ts';
import { isCurrent } from '#domain/partnership/model.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import type { Round } from './rounds.ts';
import { countsIn, dueAfter, isHeld, stands, type School, type Turn } from './turn.ts';

/** A school that is not to be reviewed in this cycle after all, and why (CEN-1: “not right for this school now”, NFS-4). */
export interface Deferral {
	id: string;
	memberId: string;
	reason: string;
	decidedBy: string;
	decidedOn: Day;
}

/**
 * How a school stands in a round. `done`: its day is over. `planned`: it has a day, in time. `late`: it has one after it is due.
 * `no day`: proposed, with none. `put off`, `called off`: what there was does not go ahead. `deferred`: the school is not to be
 * reviewed in this cycle. `to plan`: nothing yet, and there is time. `overdue`: nothing, and the time is over.
 */
export type SchoolState =
	'done' | 'planned' | 'late' | 'no day' | 'put off' | 'called off' | 'deferred' | 'to plan' | 'overdue';

/** One school in one round of a cycle. */
export interface SchoolTurn {
	school: School;
	round: Round;
	state: SchoolState;
	/** The review that says so; null where there is none. */
	turn: Turn | null;
	/** By when it is to be: by the cadence from its last review, the end of the round at the latest. */
	due: Day;
	/** The first day of its last review before this round, of any cycle; null for the first ever. */
	lastReviewed: Day | null;
	deferral: Deferral | null;
}

export interface Coverage {
	turns: SchoolTurn[];
	/** Of all turns: done; with a day in the cycle that is still to come; all there are. A school that left without one is not counted. */
	done: number;
	planned: number;
	asked: number;
}

interface Known {
	cycle: Span;
	schools: readonly School[];
	/** Reviews of the partnership that the reader knows of, each school's last one before the cycle among them. */
	turns: readonly Turn[];
	deferrals: readonly Deferral[];
	rounds: readonly Round[];
	cadence: Protocol['cadence'];
	calendarOf: (memberId: string) => SchoolCalendar;
}

/** How far a cycle has come, school by school and round by round, in the order of rounds and schools as given (CEN-1, HEP-14). */
export function coverageOf(known: Known, today: Day): Coverage {
	const ofHost = Map.groupBy(known.turns, ({ hostMemberId }) => hostMemberId);
	const turns = known.rounds.flatMap((round) =>
		known.schools
			.map((school) => schoolTurn(known, round, school, ofHost.get(school.id) ?? [], today))
			.filter((turn) => turn.state === 'done' || takesPart(turn.school, round, today)),
	);
	return {
		turns,
		done: turns.filter(({ state }) => state === 'done').length,
		planned: turns.filter((turn) => isAhead(turn, known.cycle)).length,
		asked: turns.length,
	};
}

/** It has a day, late or not, that comes before the cycle is over. */
const isAhead = ({ state, turn }: SchoolTurn, { to }: Span): boolean =>
	state === 'planned' || (state === 'late' && turn!.firstDay! <= to);

/** Of a round that is over, whoever was there to its end; of any other, whoever is there now or is to join before its end. */
function takesPart(school: School, { to }: Round, today: Day): boolean {
	return isCurrent(school, later(school.fromDay, to < today ? to : today)) && school.fromDay <= to;
}

function schoolTurn(
	{ cycle, rounds, deferrals, cadence, calendarOf }: Known,
	round: Round,
	school: School,
	own: readonly Turn[],
	today: Day,
): SchoolTurn {
	const counted = own.filter((turn) => countsIn(round, turn)).toSorted(byDay);
	const before = counted.findLast((turn) => isHeld(turn) && turn.firstDay! < round.from);
	const lastReviewed = before?.firstDay ?? null;
	const calendar = calendarOf(school.id);
	const due = dueIn(round, calendar, lastReviewed && dueAfter(cadence, calendar, lastReviewed));
	const deferral = deferrals.find(({ memberId }) => memberId === school.id) ?? null;
	const standing = { school, round, due, lastReviewed, deferral };
	const served = counted.filter((turn) => roundOf(turn, rounds, today) === round);
	const held = served.find(isHeld);
	// One that was held when all was over is not done in time: another cycle may have begun, and have it.
	if (held) return { ...standing, state: held.firstDay! <= cycle.to ? 'done' : 'late', turn: held };
	const ahead = served.find((turn) => stands(turn) && turn.firstDay !== null);
	if (ahead && ahead.firstDay! <= due) return { ...standing, state: 'planned', turn: ahead };
	if (ahead && within(ahead.firstDay!, round)) return { ...standing, state: 'late', turn: ahead };
	if (deferral) return { ...standing, state: 'deferred', turn: ahead ?? null };
	if (ahead) return { ...standing, state: 'late', turn: ahead };
	const dayless = served.find(stands);
	if (dayless) return { ...standing, state: 'no day', turn: dayless };
	const still = served.at(-1);
	if (still)
		return { ...standing, state: still.stage === 'deferred' ? 'put off' : 'called off', turn: still };
	return { ...standing, state: today > due ? 'overdue' : 'to plan', turn: null };
}

/**
 * The one round that a review serves: that in which its day lies; else the last that was over before it, if it was meant for that;
 * without a day, the first that has time left since it was proposed. Null where it belongs to none.
 */
function roundOf(turn: Turn, rounds: readonly Round[], today: Day): Round | null {
	const ofKind = rounds.filter((round) => countsIn(round, turn));
	const { firstDay, proposedOn } = turn;
	if (firstDay === null)
		return (
			ofKind.find(({ to }) => to >= later(proposedOn, today)) ??
			ofKind.findLast(({ to }) => to >= proposedOn) ??
			null
		);
	return (
		ofKind.find((round) => within(firstDay, round)) ??
		ofKind.findLast(({ to }) => to < firstDay && to >= proposedOn) ??
		null
	);
}

/** A kind that has a term of its own is due in it; else the cadence from the last review says when, within the round. */
function dueIn({ kind, to }: Round, calendar: SchoolCalendar, byCadence: Day | null): Day {
	const last = nearestSchoolDay(calendar, to, -1);
	return kind === null && byCadence !== null && byCadence < last ? byCadence : last;
}

const byDay = (one: Turn, other: Turn): number =>
	(one.firstDay ?? '9999').localeCompare(other.firstDay ?? '9999') || one.id.localeCompare(other.id);

/** What stands in the way of the objective: all that is neither done, nor planned in time, nor still has time (HEP-12, NFS-2). */
export const slips = ({ turns }: Coverage): SchoolTurn[] =>
	turns.filter(({ state }) => !['done', 'planned', 'to plan'].includes(state));

/** How many turns the objective asks for: its share of all, rounded up; those of deferred schools count on. */
export const asksFor = (asked: number, share: number): number => Math.ceil((asked * share) / 100);
