import { z } from 'zod';
import { line } from './text.ts';

/**
 * Words that a report does without, with the reason as its writers read it: grades, where peers give none, or “must”, where the
 * school decides. They warn and refuse nothing. Each has one reason.
 */
export const avoids = z
	.array(
		z.object({
			words: z
				.array(line)
				.min(1, 'Say at least one word or phrase.')
				.max(40, 'At most 40 of them.')
				.meta({ title: 'Words or phrases' }),
			why: line.meta({ title: 'Why, as those who write will read it' }),
		}),
	)
	.max(30, 'At most 30 of them.')
	.superRefine((entries, check) => {
		const seen = new Set<string>();
		for (const [index, { words }] of entries.entries())
			for (const word of words.map((one) => one.toLocaleLowerCase('en-GB'))) {
				if (seen.has(word))
					check.addIssue({ code: 'custom', path: [index, 'words'], message: `‘${word}’ is here already.` });
				seen.add(word);
			}
	});
