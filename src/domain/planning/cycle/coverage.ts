import { later, type Day } from '#domain/calendar/day.ts';
import type { SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { within } from '#domain/calendar/school-year.ts';
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
	/** Of all turns: done; with a day that is still to come; all there are. A school that left without one is not counted. */
	done: number;
	planned: number;
	asked: number;
}

interface Known {
	schools: readonly School[];
	/** All reviews of the partnership that the reader knows of, of other cycles too. */
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
	const count = (...states: SchoolState[]) => turns.filter(({ state }) => states.includes(state)).length;
	return { turns, done: count('done'), planned: count('planned', 'late'), asked: turns.length };
}

/** Of a round that is over, whoever was there to its end; of any other, whoever is there now or is to join before its end. */
function takesPart(school: School, { to }: Round, today: Day): boolean {
	return isCurrent(school, later(school.fromDay, to < today ? to : today)) && school.fromDay <= to;
}

function schoolTurn(
	{ deferrals, cadence, calendarOf }: Known,
	round: Round,
	school: School,
	own: readonly Turn[],
	today: Day,
): SchoolTurn {
	const counted = own.filter((turn) => countsIn(round, turn)).toSorted(byDay);
	const before = counted.findLast((turn) => isHeld(turn) && turn.firstDay! < round.from);
	const lastReviewed = before?.firstDay ?? null;
	const due = dueIn(round, lastReviewed && dueAfter(cadence, calendarOf(school.id), lastReviewed));
	const deferral = deferrals.find(({ memberId }) => memberId === school.id) ?? null;
	const standing = { school, round, due, lastReviewed, deferral };
	const inRound = counted.filter((turn) => turn.firstDay !== null && within(turn.firstDay, round));
	const held = inRound.find(isHeld);
	if (held) return { ...standing, state: 'done', turn: held };
	const ahead = inRound.find(stands);
	if (ahead) return { ...standing, state: ahead.firstDay! > due ? 'late' : 'planned', turn: ahead };
	// What was proposed before the round ended and has its day after it was meant for it.
	const slipped = counted.find(
		(turn) =>
			stands(turn) && !isHeld(turn) && turn.proposedOn <= round.to && (turn.firstDay ?? '9') > round.to,
	);
	if (deferral) return { ...standing, state: 'deferred', turn: slipped ?? null };
	if (slipped) return { ...standing, state: slipped.firstDay === null ? 'no day' : 'late', turn: slipped };
	const still = counted.findLast((turn) => !stands(turn) && within(turn.firstDay ?? turn.proposedOn, round));
	if (still)
		return { ...standing, state: still.stage === 'deferred' ? 'put off' : 'called off', turn: still };
	return { ...standing, state: today > due ? 'overdue' : 'to plan', turn: null };
}

/** A kind that has a term of its own is due in it; else the cadence from the last review says when, within the round. */
const dueIn = ({ kind, to }: Round, byCadence: Day | null): Day =>
	kind === null && byCadence !== null && byCadence < to ? byCadence : to;

const byDay = (one: Turn, other: Turn): number =>
	(one.firstDay ?? '9999').localeCompare(other.firstDay ?? '9999') || one.id.localeCompare(other.id);

/** What stands in the way of the objective: all that is neither done, nor planned in time, nor still has time (HEP-12, NFS-2). */
export const slips = ({ turns }: Coverage): SchoolTurn[] =>
	turns.filter(({ state }) => !['done', 'planned', 'to plan'].includes(state));

/** How many turns the objective asks for: its share of all, rounded up; those of deferred schools count on. */
export const asksFor = (asked: number, share: number): number => Math.ceil((asked * share) / 100);
