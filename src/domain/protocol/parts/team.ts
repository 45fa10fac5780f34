import { z } from 'zod';
import type { Role } from './roles.ts';
import { line, need } from './text.ts';

/** What a rule of team building looks at. Whether it binds or is only wished for is `weight`. */
export const teamRules = [
	'contrast with the host',
	'not competing for pupils',
	'expertise in the focus',
	'new with experienced',
	'no immediate return visit',
	'same team again',
	'release limit',
] as const;

/** Whose work a reviewer does at home (KSA-11, KSA-12). */
export const reviewerPosts = [
	'headteachers',
	'senior leaders',
	'governors',
	'champions',
	'partners',
] as const;

const few = (least: number) =>
	z.int('Give a whole number.').min(least, `At least ${least}.`).max(20, 'At most 20.');

/**
 * Who a review needs. `headteachers.least` counts the host's own head where `countingHost` is 'with the host'. Members of
 * the team are all who review: headteachers, a facilitator, experts; champions stand beside it. `from` says whether they
 * belong to this partnership or to another (NFS-22).
 */
export const teamNeeds = z.object({
	size: z
		.object({
			least: few(1).meta({ title: 'Fewest people on a team' }),
			most: few(1).meta({ title: 'Most people on a team' }),
		})
		.refine(({ least, most }) => least <= most, {
			path: ['most'],
			error: 'A team cannot have fewer at most than at least.',
		}),
	reviewers: z
		.array(z.enum(reviewerPosts).meta({ words: { champions: 'Champions', partners: 'Outside partners' } }))
		.min(1, 'Somebody reviews.')
		.meta({ title: 'Who may be a reviewer' }),
	from: z
		.enum(['this partnership', 'another partnership', 'both'])
		.meta({ title: 'Where reviewers come from', words: { both: 'This partnership and another' } }),
	headteachers: z.object({
		least: few(0).meta({ title: 'Fewest headteachers who take part' }),
		counted: z.enum(['with the host', 'without the host']).meta({
			title: 'Is the host’s own head one of them?',
			words: { 'with the host': 'Yes', 'without the host': 'No' },
		}),
	}),
	facilitator: need.meta({ title: 'Is there a facilitator?' }),
	champion: need.meta({ title: 'Is there a champion, who stands beside the team and leads what follows?' }),
	expert: need.meta({ title: 'Do experts accompany the team?' }),
});

/** The roles for which a protocol may ask that somebody has been trained. */
export const trainedRoles = [
	'reviewer',
	'facilitator',
	'expert',
	'champion',
] as const satisfies readonly Role[];
export type TrainedRole = (typeof trainedRoles)[number];

/** Who is trained before they take part, and how long that lasts (HEP-2, CEN-6). */
const training = z
	.array(
		z.object({
			role: z.enum(trainedRoles).meta({
				title: 'Who',
				words: {
					reviewer: 'Reviewers',
					facilitator: 'The facilitator',
					expert: 'Experts who accompany the team',
					champion: 'The champion, who leads what follows',
				},
			}),
			refresherAfter: z
				.int('Give a whole number.')
				.min(1, 'At least 1.')
				.max(120, 'At most 120.')
				.optional()
				.meta({
					title: 'Months until a refresher is due',
					description: 'Leave it empty where none is needed.',
				}),
		}),
	)
	.refine((list) => new Set(list.map(({ role }) => role)).size === list.length, 'A role stands here once.');

const mostDays = z.int('Give a whole number.').min(1, 'At least 1.').max(60, 'At most 60.').optional();

/** For how many days of reviews a school releases anybody at most (CSC-19), unless they have said otherwise. */
const releaseLimit = z.object({
	daysATerm: mostDays.meta({ title: 'Most days a term', description: 'Leave it empty for no limit.' }),
	daysAYear: mostDays.meta({
		title: 'Most days a school year',
		description: 'Leave it empty for no limit.',
	}),
});

/** Who reviews, and how teams are put together (NFS-4). */
export const team = teamNeeds.extend({
	pairingWithHostStaff: z.enum(['never', 'where possible', 'always']).meta({
		title: 'Are reviewers paired with staff of the host?',
	}),
	rules: z
		.array(
			z.object({
				rule: z.enum(teamRules).meta({ title: 'What is looked at' }),
				weight: z
					.enum(['must', 'prefer'])
					.meta({ title: 'How strongly', words: { must: 'Always', prefer: 'If it can be' } }),
				words: line.meta({ title: 'In your words' }),
			}),
		)
		.max(20)
		.meta({ title: 'Rules for putting teams together' }),
	training: training.default([]).meta({ title: 'Who is trained before they take part', one: 'a role' }),
	releaseLimit: releaseLimit.default({}).meta({
		title: 'For how many days anybody is released from school',
		description: 'Going over it warns and stops nobody.',
	}),
	setAside: z
		.array(line)
		.max(5)
		.meta({ title: 'When things may be otherwise', description: 'A sentence each.' }),
});
