import { z } from 'zod';

/** The parts of a protocol that a group may make its own. Who reads what, and what cannot wait, are never among them. */
export const adaptableParts = [
	'cadence',
	'kinds',
	'team',
	'focus',
	'stages',
	'day',
	'evidence',
	'report',
	'workshop',
	'followUp',
	'quality',
	'forms',
] as const;
export type AdaptablePart = (typeof adaptableParts)[number];

/** How far groups may go their own way, and who says yes to it (CSC-6). Nothing in `parts`: all review alike. */
export const adaptation = z.object({
	parts: z
		.array(
			z.enum(adaptableParts).meta({
				words: {
					cadence: 'How often',
					kinds: 'Kinds of review',
					team: 'Who reviews',
					focus: 'What a review is about',
					stages: 'What happens when',
					day: 'The day',
					evidence: 'What is written down',
					report: 'The report',
					workshop: 'The workshop',
					followUp: 'Afterwards',
					quality: 'How good reviews are',
					forms: 'Forms',
				},
			}),
		)
		.meta({ title: 'What a group may change' }),
	approvedBy: z
		.enum(['the steering group', 'whoever leads the partnership'])
		.meta({ title: 'Who approves it' }),
});
