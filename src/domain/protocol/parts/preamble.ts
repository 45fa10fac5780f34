import { z } from 'zod';
import { line, passage } from './text.ts';

/** What the partnership wants peer review to be, at the head of its protocol (NFS-24, CSC-5). */
export const preamble = z.object({
	vision: passage.meta({ title: 'Vision' }),
	purpose: passage.meta({ title: 'Purpose of peer review' }),
	values: z
		.array(
			z.object({
				name: line.meta({ title: 'Value' }),
				means: line.meta({ title: 'What it means for us' }),
			}),
		)
		.max(12)
		.meta({ title: 'Values', one: 'a value' }),
	reviewersDo: z.array(line).max(20).meta({ title: 'Reviewers do' }),
	reviewersDoNot: z.array(line).max(20).meta({ title: 'Reviewers do not' }),
});
