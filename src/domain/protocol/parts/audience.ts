import { z } from 'zod';
import { passage } from './text.ts';

/**
 * Circles of readers. `team` reviews; `champion` runs the workshop; `host` is the head (or heads) of the school reviewed,
 * `staff` its staff, `governors` its governors; `group` are the heads of the host's group; `heads` all heads of the
 * partnership and `partnership` everyone who stands in it; `partner` the outside partner; `link` who holds an expiring link.
 */
export const audiences = [
	'team',
	'champion',
	'host',
	'staff',
	'governors',
	'group',
	'heads',
	'partnership',
	'partner',
	'link',
] as const;
export const audienceName = z.enum(audiences).meta({
	words: {
		team: 'The review team',
		champion: 'Whoever runs the workshop',
		host: 'The head of the school reviewed',
		staff: 'Its staff',
		governors: 'Its governors',
		group: 'Heads of its group',
		heads: 'All heads of the partnership',
		partnership: 'Everyone in the partnership',
		partner: 'The outside partner',
		link: 'Whoever is given a link that expires',
	},
});
export type Audience = z.infer<typeof audienceName>;

/**
 * What is read: the plan of a review (focus, lines, timetable); evidence; findings and report while the team writes them
 * (`draft`); findings and report once published; the workshop's outcome; actions with their progress; the look-back; the
 * cycle (which schools are reviewed when, by whom, on what, and where each review stands). To whom the cycle is closed, a
 * review is not there, unless they read something else of it.
 */
export const things = [
	'plan',
	'evidence',
	'findings',
	'draft',
	'report',
	'workshop',
	'actions',
	'look-back',
	'cycle',
] as const;
export type Thing = (typeof things)[number];

/**
 * Read by `floor` without asking; opened by the host head to anyone of `ceiling`, to nobody beyond. `countedBy` may see it
 * counted among other schools' without reading it.
 */
const bounds = z
	.object({
		floor: z
			.array(audienceName)
			.min(1, 'Somebody can read it.')
			.meta({ title: 'Who reads it without asking' }),
		ceiling: z.array(audienceName).meta({
			title: 'To whom the host may open it',
			description: 'Those who read it without asking belong here too.',
		}),
		countedBy: z
			.array(audienceName)
			.default([])
			.meta({ title: 'Who may see it counted among other schools’, without reading it' }),
	})
	.refine(({ floor, ceiling }) => floor.every((one) => ceiling.includes(one)), {
		path: ['ceiling'],
		error: 'Whoever reads it without asking belongs to those it may be opened to.',
	});

/** Nobody agrees to show fewer; protocols that do not say it mean this. */
export const leastFewestPupils = 6;

/**
 * `statement` is what reviewers agree to before they see anything; `limits` says plainly where confidentiality ends. Figures about fewer
 * pupils than `fewestPupils` are hidden (CSC-8); the database reads it there, in `fewest_pupils`.
 */
export const audience = z.object({
	things: z.record(
		z.enum(things).meta({
			words: {
				plan: 'The plan of a review',
				evidence: 'Evidence',
				findings: 'Findings',
				draft: 'The draft report',
				report: 'The report',
				workshop: 'What comes of the workshop',
				actions: 'Actions and their progress',
				'look-back': 'The look-back',
				cycle: 'Which schools are reviewed when',
			},
		}),
		bounds,
	),
	fewestPupils: z
		.int('Give a whole number.')
		.min(leastFewestPupils, `At least ${leastFewestPupils}.`)
		.max(10, 'At most 10.')
		.default(leastFewestPupils)
		.meta({
			title: 'Fewest pupils that a figure is shown of',
			description: 'Outcomes of fewer are not shown, nor others that would tell them.',
		}),
	confidentiality: z.object({
		statement: passage.meta({ title: 'What every reviewer agrees to before they see anything' }),
		limits: passage.meta({
			title: 'Where confidentiality ends',
			description: 'Freedom of information and a child’s safety come before it. Say so.',
		}),
	}),
});
