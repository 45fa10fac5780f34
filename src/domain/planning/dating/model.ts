import type { Loss, Measured, Weights, Work } from '../answer.ts';

/** What a day may have against it before anybody is asked, by the measure that weighs it. */
export const dayMarks = [
	'test week',
	'INSET day',
	'heads’ meeting',
	'what follows',
	'off the slot',
	'another day',
] as const;
export type DayMark = (typeof dayMarks)[number];

/** Days on which a review could be. */
export interface Candidate {
	/** All days it would take, 'YYYY-MM-DD', in order; the first names the candidate. */
	days: string[];
	/** By any name; reviews of one half-term are spread, and people’s limits counted, by these. */
	halfTerm: string;
	term: string;
	/** Whole units of what is against it, with a sentence for each where there is more to say than what the mark says. */
	marks: { mark: DayMark; units: number; why?: string[] }[];
}

export interface ReviewToDate {
	id: string;
	/** Who must be there: the team, and those of the host who are needed. */
	people: string[];
	/** Those of them who are at home on the day: it takes none of the days they give. Left out where nobody is. */
	hosts?: string[];
	candidates: Candidate[];
	/** Why the day it was put on by hand is none of them, in a sentence; left out where it is one. */
	impossible?: { day: string; why: string };
	/** By hand: it begins on this day. */
	pinned: string | null;
}

/** When somebody can. Days that are named in neither list suit. */
export interface Diary {
	id: string;
	cannot: string[];
	ifNeedBe: string[];
	/** The most days of review in each half-term and each term; null for no limit. */
	mostInHalfTerm: number | null;
	mostInTerm: number | null;
}

/** How much room a cadence leaves some of the reviews in each part of the year (HEP-12, KSA-2). */
export interface Slots {
	/** For a chair: 'At most one review in each half-term of Willow trio.' */
	words: string;
	reviews: string[];
	within: 'halfTerm' | 'term';
	/** How many more may begin in each; in a part that is not named, as many as there are. */
	parts: { part: string; room: number }[];
}

/** All that days are chosen from. Plain data: it is stored, and crosses to another thread. */
export interface DatingInput {
	reviews: ReviewToDate[];
	people: Diary[];
	/** The most reviews that begin in one week, and in one half-term; null for no limit. */
	mostInWeek: number | null;
	mostInHalfTerm: number | null;
	/** Left out where the cadence gives each school its turn. */
	slots?: Slots[];
	weights: Weights;
}

export type DayFact =
	| { is: 'if need be'; person: string; day: string }
	| { is: 'mark'; mark: DayMark; units: number; why?: string[] };

export interface DatedReview {
	review: string;
	days: string[];
	halfTerm: string;
	points: number;
	measures: Measured<DayFact>[];
	/** What the whole plan would lose on any other day. */
	loss: Loss;
}

/** Days, with what they are worth and what any could be worth at most. */
export interface DatingAnswer {
	stage: 'days';
	dated: DatedReview[];
	/** Reviews for which the rules leave no day. */
	undated: string[];
	/** How full each half-term is that has more than one review. */
	crowded: { halfTerm: string; reviews: number; points: number }[];
	value: number;
	bound: number;
	proven: boolean;
	work: Work;
}
