import { diffWordsWithSpace } from 'diff';

/** A stretch of words that stayed, came or went. */
export interface Difference {
	is: 'same' | 'came' | 'went';
	words: string;
}

/** What became of words between two moments, word by word, a line a paragraph. */
export const differences = (then: string, now: string): Difference[] =>
	diffWordsWithSpace(then, now).map(({ value, added, removed }) => ({
		is: added ? 'came' : removed ? 'went' : 'same',
		words: value,
	}));
