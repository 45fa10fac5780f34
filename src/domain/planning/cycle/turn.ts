import type { Day } from '#domain/calendar/day.ts';
import { offset } from '#domain/calendar/offset.ts';
import { nearestSchoolDay, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearStart } from '#domain/calendar/school-year.ts';
import type { Period } from '#domain/partnership/model.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import { hasReached, type Stage } from '#domain/review/stage.ts';
import type { Round } from './rounds.ts';

/** A school of the partnership, with the time in which it takes part. */
export interface School extends Period {
	id: string;
	name: string;
}

/** A review as it counts towards a cycle. */
export interface Turn {
	id: string;
	hostMemberId: string;
	kind: string;
	/** Its kind begins afresh, and from no earlier review. */
	afresh: boolean;
	focus: string;
	firstDay: Day | null;
	proposedOn: Day;
	stage: Stage;
	/** Why it was put off or called off, if it was. */
	reason: string | null;
	/** The first day it ever had, where it has moved since. */
	movedFrom: Day | null;
}

/** Whether the day of the review is over. */
export const isHeld = ({ stage }: Pick<Turn, 'stage'>): boolean => hasReached(stage, 'writing');

/** Neither put off nor called off. */
export const stands = ({ stage }: Pick<Turn, 'stage'>): boolean =>
	stage !== 'deferred' && stage !== 'cancelled';

export const countsIn = ({ kind }: Pick<Round, 'kind'>, turn: Turn): boolean =>
	kind === null ? turn.afresh : turn.kind === kind;

/**
 * The last day by which the cadence wants the next review of a school that was last reviewed on a day: the last school day of the
 * half-term, term or school year that lies so many later. Null where the cadence has slots, which are no one school's.
 */
export function dueAfter(
	{ reviews }: Protocol['cadence'],
	calendar: SchoolCalendar,
	lastReviewed: Day,
): Day | null {
	if (reviews.kind === 'slots') return null;
	if (reviews.unit !== 'years')
		return offset(lastReviewed, { amount: reviews.every, unit: reviews.unit }, calendar).day;
	const endOfYear = `${schoolYearStart(lastReviewed) + reviews.every + 1}-07-31`;
	return nearestSchoolDay(calendar, endOfYear, -1);
}
