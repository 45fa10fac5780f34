import { addMonths, type Day } from '#domain/calendar/day.ts';
import { schoolYearName, within, type Span } from '#domain/calendar/school-year.ts';
import type { DraftState } from '#domain/protocol/drafting/draft.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import type { ReviewCard } from '../reviews.server.ts';

/** A group's own change to the protocol, as far as it has come. */
export interface Change {
	draftId: string;
	state: DraftState;
	/** When it was put forward, or sent back; null while it is being written. */
	on: Day | null;
	/** A newer version of the partnership's came out since: nobody can approve it before it is taken along. */
	overtaken: boolean;
}

/** A school of a group, and its reviews of one school year. */
export interface School {
	id: string;
	name: string;
	/** Its own first term of the year. */
	firstTerm: Span;
	reviews: readonly ReviewCard[];
}

export interface SchoolReady {
	id: string;
	name: string;
	/** Its reviews of the first term by day; those put off or called off, too. */
	inTerm: ReviewCard[];
	/** Its next review of the year after that term, where it has none in it. */
	later: ReviewCard | null;
}

export interface GroupReady {
	/** Nothing of the group's own waits for the group itself. */
	settled: boolean;
	/** Reviews of the first term that have a day, and how many the protocol asks for. */
	planned: number;
	asked: number;
	ready: boolean;
	schools: SchoolReady[];
}

/** The school year that groups make ready for: this one, and from July on the next (CSC-24). */
export const yearAhead = (today: Day): string => schoolYearName(addMonths(today, 1));

const halvesInTerm = 2;

/**
 * How many reviews a protocol asks of a group of so many schools in the first term: one of each school for every kind that it
 * wants held in that term; else its slots; or, where each school is reviewed once in a while, what an even pace comes to by
 * then. Slots of the whole partnership are no one group's.
 */
export function reviewsAsked(
	{ cadence: { reviews }, kinds }: Pick<Protocol, 'cadence' | 'kinds'>,
	schools: number,
	termsInYear: number,
): number {
	if (kinds.some(({ term }) => term !== undefined))
		return schools * kinds.filter(({ term }) => term === 1).length;
	if (reviews.kind === 'slots')
		return reviews.of === 'group' ? reviews.reviews * (reviews.per === 'term' ? 1 : halvesInTerm) : 0;
	const terms = { 'half-terms': 1 / halvesInTerm, terms: 1, years: termsInYear }[reviews.unit];
	return Math.floor(schools / (reviews.every * terms));
}

const stands = ({ stage }: ReviewCard): boolean => stage !== 'deferred' && stage !== 'cancelled';

/**
 * What a group has ready for the first term: how it reviews, and the days of its reviews with each school's focus (CSC-24).
 * A change that is still being written holds nothing up: others do not know of it, and what holds today is known. One that
 * was put forward is ready for whoever approves it.
 */
export function readinessOf(change: Change | null, schools: readonly School[], asked: number): GroupReady {
	const settled = change?.state !== 'sent back' && !(change?.state === 'put forward' && change.overtaken);
	const ready = schools.map(({ id, name, firstTerm, reviews }): SchoolReady => {
		const byDay = reviews.toSorted((one, other) => one.firstDay!.localeCompare(other.firstDay!));
		const inTerm = byDay.filter(({ firstDay }) => within(firstDay!, firstTerm));
		const next = byDay.find((review) => review.firstDay! > firstTerm.to && stands(review));
		return { id, name, inTerm, later: inTerm.some(stands) ? null : (next ?? null) };
	});
	const planned = ready.flatMap(({ inTerm }) => inTerm).filter(stands).length;
	return { settled, planned, asked, ready: settled && planned >= asked, schools: ready };
}
