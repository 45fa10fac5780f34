import { z } from 'zod';
import { units } from '#domain/calendar/offset.ts';
import { key } from '#platform/text.ts';
import { role } from './roles.ts';
import { keyed, line } from './text.ts';

/**
 * What a stage waits for, and so what makes it done. All but the last are facts the product sees for itself; 'ticked' is
 * for what only people see, and someone ticks it.
 */
export const milestones = [
	'team accepted',
	'confidentiality agreed',
	'pre-review meeting held',
	'plan agreed',
	'review held',
	'report agreed',
	'report published',
	'response given',
	'workshop held',
	'actions planned',
	'progress reported',
	'looked back',
	'closed',
	'ticked',
] as const;
export type Milestone = (typeof milestones)[number];

/** Days a review has of itself. 'proposed' is the day somebody put it into the plan. */
export const ownDays = ['proposed', 'first day', 'last day', 'next heads’ meeting'] as const;

/**
 * What a stage's day is counted from: a day of the review, a milestone (when it was reached, or until then when it is
 * due), or another stage as `stage:key`.
 */
const anchor = z
	.union([z.enum([...ownDays, ...milestones]).exclude(['ticked']), z.templateLiteral(['stage:', z.string()])])
	.meta({
		refers: 'stages',
		words: {
			proposed: 'The day it is proposed',
			'first day': 'The first day',
			'last day': 'The last day',
			'next heads’ meeting': 'The next heads’ meeting',
			'team accepted': 'Everyone has accepted',
			'confidentiality agreed': 'Confidentiality is agreed',
			'pre-review meeting held': 'The pre-review meeting',
			'plan agreed': 'The plan is agreed',
			'review held': 'The review',
			'report agreed': 'The report is signed',
			'report published': 'The report is published',
			'response given': 'The school has responded',
			'workshop held': 'The workshop',
			'actions planned': 'Actions are planned',
			'progress reported': 'Progress is reported',
			'looked back': 'The look-back is answered',
			closed: 'The review is closed',
		},
	});
export type Anchor = z.infer<typeof anchor>;

const amount = z.int('Give a whole number.').min(-120, 'At least -120.').max(120, 'At most 120.');
export const when = z.object({
	offset: z.object({
		amount: amount.meta({ title: 'How many', description: 'Below 0 is before, 0 on the day.' }),
		unit: z.enum(units).meta({
			title: 'Days, weeks, terms',
			words: { weeks: 'School weeks', 'calendar weeks': 'Weeks, holidays or not' },
		}),
	}),
	anchor: anchor.meta({ title: 'Counted from' }),
});
export type When = z.infer<typeof when>;

/** Something to be done around a review: what, by whom, by when, how it shows that it is done. */
export const stage = z.object({
	key,
	title: line.meta({ title: 'What is to be done' }),
	who: z.array(role).min(1, 'Somebody does it.').meta({ title: 'Who does it' }),
	when,
	done: z
		.enum(milestones)
		.default('ticked')
		.meta({
			title: 'It is done when',
			words: {
				'team accepted': 'Everyone has accepted',
				'confidentiality agreed': 'Everyone has agreed confidentiality',
				'pre-review meeting held': 'The pre-review meeting was held',
				'review held': 'The review was held',
				'report agreed': 'The report is signed',
				'report published': 'The report is published',
				'response given': 'The school has responded',
				'workshop held': 'The workshop was held',
				'plan agreed': 'The plan is agreed',
				'actions planned': 'Actions are planned',
				'progress reported': 'Progress is reported',
				'looked back': 'The look-back is answered',
				closed: 'The review is closed',
				ticked: 'Somebody says so',
			},
		}),
	required: z
		.enum(['must', 'may'])
		.meta({ title: 'Is it expected?', words: { must: 'Always', may: 'If wanted' } }),
	together: z.boolean().default(false).meta({
		title: 'People come together for it, on that day',
		description:
			'A visit or a meeting. Whoever plans is told where it would fall on a day that does not suit.',
	}),
	withHeads: z.boolean().default(false).meta({
		title: 'All heads of the partnership join them',
		description:
			'They read and write its notes, where it has a form, and it stands on the agenda of their next meeting.',
	}),
	checklist: z.array(line).max(20).default([]).meta({ title: 'Checklist', description: 'A line each.' }),
	form: key.optional().meta({ title: 'A form that belongs to it', refers: 'forms' }),
});
export type Stage = z.infer<typeof stage>;

export const stages = keyed(stage).min(1, 'A review has at least one stage.').max(60);
