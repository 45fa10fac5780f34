import type { ProtocolDraft } from '../protocol.ts';
import { after, before, reminder, usualStages } from './usual-stages.ts';

const usual = usualStages(['reviewer', 'facilitator', 'expert']);

/** The course of a review in a family with an independent chair (NFS-5 to NFS-18). */
export const stages: ProtocolDraft['stages'] = [
	usual.accept,
	{
		...usual.preReview,
		title: 'Hold the planning meeting',
		who: ['facilitator', 'host'],
		when: before('first day', 3, 'weeks'),
		checklist: ['Comment on progress since the last review', 'Talk over support the school may need'],
	},
	{ ...usual.plan, when: before('first day', 2, 'weeks') },
	usual.confidentiality,
	reminder(
		'circulate',
		'Send round the plan for the day; brief staff and pupils',
		['host'],
		before('first day', 1, 'weeks'),
	),
	{
		...usual.review,
		checklist: [
			'The host introduces the focus and the school',
			'Spoken feedback to the host headteacher',
			'Summary for all staff, with the improvement champions there',
			'No feedback to single teachers',
			'Fix the focus and the date of the workshop',
		],
	},
	reminder(
		'thanks',
		'Thank everyone who took part',
		['reviewer', 'facilitator'],
		after('last day', 5, 'school days'),
	),
	{ ...usual.report, when: after('last day', 5, 'school days') },
	{ ...usual.publish, when: after('report agreed', 3, 'school days') },
	usual.response,
	{ ...usual.workshop, when: after('last day', 2, 'weeks') },
	usual.actions,
	{
		...reminder(
			'quality',
			'Say how good the review was',
			['host', 'reviewer', 'facilitator', 'expert'],
			after('report agreed', 3, 'weeks'),
		),
		form: 'review-quality',
	},
	reminder(
		'governors',
		'Talk over the outcome with governors',
		['host'],
		after('report published', 1, 'half-terms'),
	),
	usual.progress,
	{
		...reminder(
			'first-follow-up',
			'First follow-up meeting with the team',
			['host', 'reviewer', 'facilitator'],
			after('last day', 1, 'terms'),
		),
		together: true,
	},
	{
		...reminder(
			'second-follow-up',
			'Second follow-up meeting with the team',
			['host', 'reviewer', 'facilitator'],
			after('last day', 2, 'terms'),
		),
		together: true,
	},
	usual.lookBack,
	usual.close,
];
