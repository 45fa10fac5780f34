import type { ProtocolDraft } from '../protocol.ts';
import { after, reminder, usualStages } from './usual-stages.ts';

const usual = usualStages(['reviewer', 'facilitator', 'expert']);

/** The course of a review in a small partnership: coaching for all staff, then a meeting on quality (HEP-4 to HEP-7). */
export const stages: ProtocolDraft['stages'] = [
	usual.accept,
	{ ...usual.preReview, who: ['host', 'reviewer', 'facilitator'] },
	usual.plan,
	usual.confidentiality,
	{
		...usual.review,
		checklist: ['Spoken feedback to the school’s leaders', 'Fix the day of the coaching session'],
	},
	{ ...usual.report, when: after('last day', 5, 'school days') },
	usual.publish,
	usual.response,
	reminder(
		'baseline',
		'Measure where pupils are now, so that progress can be told from it',
		['host'],
		after('last day', 4, 'weeks'),
	),
	{
		...usual.workshop,
		title: 'Lead the coaching session for all staff',
		when: after('last day', 3, 'weeks'),
		checklist: [
			'The champion comes from another school',
			'Lay the findings out on the matrix',
			'Let staff find the answers themselves',
		],
	},
	usual.actions,
	reminder(
		'further-sessions',
		'Hold the further sessions that staff asked for',
		['host'],
		after('workshop held', 1, 'half-terms'),
	),
	{
		key: 'quality',
		title: 'Meet on the quality of the review',
		who: ['host', 'reviewer', 'facilitator', 'champion', 'chair'],
		when: after('last day', 1, 'half-terms'),
		done: 'ticked',
		required: 'must',
		together: true,
		checklist: ['Judge how robust the review was', 'Judge what it has changed, and how you know'],
		form: 'quality-meeting',
	},
	usual.progress,
	usual.lookBack,
	usual.close,
];
