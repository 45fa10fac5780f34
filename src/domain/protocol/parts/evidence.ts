import { z } from 'zod';
import { key } from '#platform/text.ts';
import { keyed, line, named, need } from './text.ts';

/**
 * How what is seen is written down: two columns (CSC-11), the kinds a piece of evidence can be, the sources to triangulate
 * over (NFS-19). `daysOnDevice` is how long somebody's own device shows them what they have sent from it, and, after its last
 * day or its last reading, the review day itself. That no pupil and no single teacher is named is the product's rule, not a setting.
 */
export const evidence = z.object({
	columns: z.object({
		seen: line.meta({ title: 'First column, what was seen' }),
		soWhat: line.meta({ title: 'Second column, what it means' }),
	}),
	kinds: keyed(named).min(1, 'Evidence is of at least one kind.').meta({ title: 'Kinds of evidence' }),
	sources: keyed(named)
		.min(1, 'Evidence comes from somewhere.')
		.meta({ title: 'Where evidence may come from' }),
	photos: need.meta({ title: 'Are photos taken?' }),
	daysOnDevice: z
		.int('Give a whole number of days.')
		.min(1, 'At least a day.')
		.max(31, 'At most 31 days.')
		.meta({
			title: 'Days that what was sent, and the review day, stay on a device',
			description:
				'Of the review day counted from its last day or its last reading. Signing out takes both off at once. What is not sent yet stays until it is.',
		}),
	outsideFocus: z.enum(['not recorded', 'kept apart', 'recorded with the rest']).meta({
		title: 'What lies outside the focus is',
	}),
	suggestions: z.enum(['where the host asks', 'practical suggestions welcome', 'questions only']).meta({
		title: 'Suggestions',
		words: {
			'where the host asks': 'Only where the host asks for them',
			'practical suggestions welcome': 'Practical ones are welcome',
			'questions only': 'None: reviewers ask questions',
		},
	}),
	suggestionKinds: z.array(key).max(10).meta({
		title: 'Evidence of these kinds is a suggestion',
		refers: 'kinds of evidence',
	}),
});
