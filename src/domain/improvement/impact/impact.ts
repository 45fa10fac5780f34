import { asPeopleSay, type Day } from '#domain/calendar/day.ts';

/** A figure before and a figure now of one thing. */
export interface Measure {
	what: string;
	before: string;
	now: string;
}

/** One thing that a review changed, as the host's head tells it (HEP-15). */
export interface ToldImpact {
	id: string;
	/** The key of one of the protocol's headings; empty where it has none. */
	heading: string;
	words: string;
	/** Which pupils, where it is not all of them. */
	pupils: string;
	measure: Measure | null;
	/** Where the figures, or the words, are from; may be empty. */
	source: string;
	/** The day of the inspection of which it is a line (CSC-31); null for what the school tells itself. */
	inspectedOn: string | null;
	/** What was done; null where it came of the review as a whole, or the reader does not read the action. */
	action: { id: string; title: string } | null;
	toldBy: string;
	toldAt: Date;
	/** What it said before, the latest last. */
	former: FormerImpact[];
	version: number;
}

export interface FormerImpact {
	words: string;
	pupils: string;
	measure: Measure | null;
	/** An instant. */
	until: string;
}

/** Measured where a figure now stands beside the figure before; words alone are narrative (CSC-29). */
export type ImpactLabel = 'narrative' | 'measured';
export const labelOf = ({ measure }: Pick<ToldImpact, 'measure'>): ImpactLabel =>
	measure ? 'measured' : 'narrative';

/** What is known of the difference that something made: the best of what was told of it. */
export type Impact = 'none' | ImpactLabel;
export const impactOf = (told: readonly Pick<ToldImpact, 'measure'>[]): Impact =>
	told.some(({ measure }) => measure) ? 'measured' : told.length > 0 ? 'narrative' : 'none';

/** '62%', '14 of 30' and '£3.10' begin with a figure; 'most of them' and 'in Year 4 few' do not. */
export const beginsWithFigure = (words: string): boolean => /^[£<>≈~+−-]?\s*\p{Nd}/u.test(words);

/** More are told of no review. */
export const mostImpacts = 100;

/** What was told, under the protocol's headings in their order, those of which nothing is told included. */
export function underHeadings<T extends Pick<ToldImpact, 'heading'>>(
	headings: readonly { key: string; label: string }[],
	told: readonly T[],
): { key: string; label: string; told: T[] }[] {
	const listed = headings.length === 0 ? [{ key: '', label: '' }] : headings;
	return listed.map(({ key, label }) => ({
		key,
		label,
		told: told.filter(({ heading }) => heading === key),
	}));
}

/** What to say of a review as a whole, so that nobody takes words for figures. */
export function impactInWords(told: readonly Pick<ToldImpact, 'measure'>[]): string {
	const measured = told.filter(({ measure }) => measure).length;
	if (told.length === 0) return 'No impact has been told yet.';
	if (measured === 0) return 'No measured impact: what is told here is in words.';
	return `${told.length} ${told.length === 1 ? 'impact' : 'impacts'} told, ${measured} measured.`;
}

/** 'Year 5 at the expected standard in writing: 61% before, 70% now' */
export const measureInWords = ({ what, before, now }: Measure): string =>
	`${what}: ${before} before, ${now} now`;

/** '… 70% now (moderated assessment)' */
export const withSource = (words: string, source: string): string =>
	source === '' ? words : `${words} (${source})`;

/** 'a line of the inspection of Friday 12 March 2027' */
export const fromInspection = (day: Day): string => `a line of the inspection of ${asPeopleSay(day)}`;
