import { asPeopleSay, daysBetween, type Day } from '#domain/calendar/day.ts';
import { soon } from '#domain/improvement/model.ts';

/** How staff of two schools meet. */
export const ways = ['come and see', 'be put in touch'] as const;
export type Way = (typeof ways)[number];

export const wayWords: Record<Way, string> = {
	'come and see': 'Come and see',
	'be put in touch': 'Be put in touch',
};

/** Staff of one school put in touch with staff of another (NFS-29, CEN-12). */
export interface Introduction {
	id: string;
	partnershipId: string;
	/** During which review it was offered; null where two schools wish to work on the same. */
	reviewId: string | null;
	/** In what both work; null where it was offered during a review. */
	theme: string | null;
	/** Whose somebody shows or tells. */
	giving: School;
	/** Whose somebody learns. */
	gaining: School;
	/** Which of the two the reader heads; null for whoever offered it and heads neither. */
	ownId: string | null;
	way: Way;
	about: string;
	/** By what they do there, never by name: 'the Year 3 teacher'. */
	givingStaff: string;
	gainingStaff: string;
	due: Day;
	/** From which day on they can have met: the first of the review, or that on which it was made. */
	since: Day;
	madeBy: string;
	madeOn: Day;
	version: number;
	/** What became of it; null while it waits. */
	end: End | null;
}

export interface School {
	memberId: string;
	name: string;
	/** Takes part no more. */
	left: boolean;
}

/** The day on which they met and what came of it, or why it is given up. */
export type End = { toldBy: string } & (
	{ metOn: Day; outcome: string; because: null } | { metOn: null; outcome: null; because: string }
);

export type IntroductionState = 'met' | 'given up' | 'school left' | 'overdue' | 'due soon' | 'ahead';

/** How it stands on a day. One of a school that has left waits for nobody. */
export function stateOf(
	{ due, end, giving, gaining }: Pick<Introduction, 'due' | 'end' | 'giving' | 'gaining'>,
	today: Day,
): IntroductionState {
	if (end) return end.metOn === null ? 'given up' : 'met';
	if (giving.left || gaining.left) return 'school left';
	const left = daysBetween(today, due);
	return left < 0 ? 'overdue' : left <= soon ? 'due soon' : 'ahead';
}

/** 'The new Year 3 teacher at Fernmarsh comes and sees the Year 3 teacher at Owlbeck' */
export function inWords({
	way,
	giving,
	gaining,
	givingStaff,
	gainingStaff,
}: Pick<Introduction, 'way' | 'giving' | 'gaining' | 'givingStaff' | 'gainingStaff'>): string {
	const [whoGains, whoGives] = [`${gainingStaff} at ${gaining.name}`, `${givingStaff} at ${giving.name}`];
	const sentence =
		way === 'come and see' ? `${whoGains} visits ${whoGives}` : `${whoGains} and ${whoGives} get in touch`;
	return sentence[0]!.toUpperCase() + sentence.slice(1);
}

/** What its end says, in a sentence. */
export const endInWords = (end: End): string =>
	end.metOn === null
		? `Given up: ${end.because}`
		: `They met on ${asPeopleSay(end.metOn)}.${end.outcome && ` ${end.outcome}`}`;

/** More wait for no school at once. */
export const mostWaiting = 40;
