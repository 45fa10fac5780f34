import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of words that stayed, came or went. */
export interface Difference {
	is: 'same' | 'came' | 'went';
	words: string;
}

/** How long words are compared: two reports of which each word is another take minutes. In milliseconds. */
const patience = { timeout: 300 };

/** What became of words between two moments, a line a paragraph: word by word, or by paragraphs where that would take too long. */
export const differences = (then: string, now: string): Difference[] =>
	changes(then, now).map(({ value, added, removed }) => ({
		is: added ? 'came' : removed ? 'went' : 'same',
		words: value,
	}));

const changes = (then: string, now: string): ChangeObject<string>[] =>
	diffWordsWithSpace(then, now, patience) ??
	diffLines(then, now, patience) ?? [
		{ value: then, added: false, removed: true, count: 1 },
		{ value: now, added: true, removed: false, count: 1 },
	];
