import type { Day } from '#domain/calendar/day.ts';
import type { Weights } from '../answer.ts';

/** What whoever leads asks of an arrangement; it is judged and worked out by these. */
export interface Wishes {
	/** No review begins before this day. */
	notBefore: Day;
	/** Whether reviewers come from the host’s own group. */
	ownGroup: boolean;
	/** Metres that count as near, and within which schools compete for pupils. */
	near: number;
	competing: number;
	/** The most reviews that begin in one week, over all schools; null for no limit. */
	mostInWeek: number | null;
	/** Keep what is agreed wherever it can be kept. */
	keepAgreed: boolean;
	weights: Weights;
}
