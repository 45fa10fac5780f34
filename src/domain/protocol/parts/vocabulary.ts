import { z } from 'zod';
import { line } from './text.ts';

const meaning = z
	.string()
	.trim()
	.min(1, 'Say what you mean by it.')
	.max(1_000, 'Keep this to 1000 characters.');

/**
 * Words that the schools of a partnership use in one meaning, such as ‘greater depth’ (CSC-22). Not a group's to change: a word
 * that means one thing here and another there is not shared. A protocol from before there were any has none.
 */
export const vocabulary = z
	.array(
		z.object({
			term: line.meta({ title: 'Word or phrase' }),
			means: meaning.meta({ title: 'What we mean by it' }),
		}),
	)
	.max(60, 'At most 60 words.')
	.superRefine((entries, check) => {
		const seen = new Set<string>();
		for (const [index, { term }] of entries.entries()) {
			const word = term.toLocaleLowerCase('en-GB');
			if (seen.has(word))
				check.addIssue({ code: 'custom', path: [index, 'term'], message: 'This word is here already.' });
			seen.add(word);
		}
	})
	.default([]);
