import type { ProtocolDraft } from '../protocol.ts';
import { after, before, on, reminder, usualStages } from './usual-stages.ts';

const usual = usualStages(['reviewer', 'facilitator', 'expert']);

/**
 * The course of a review in a consortium of quads, visit and desktop session alike: each kind leaves out what it does without
 * (CSC-10 to CSC-30).
 */
export const stages: ProtocolDraft['stages'] = [
	usual.accept,
	{
		...usual.preReview,
		title: 'Agree the focus, the data and the methods',
		who: ['host', 'reviewer'],
	},
	usual.plan,
	usual.confidentiality,
	{
		key: 'brief-staff',
		title: 'Tell all staff why and how we review',
		who: ['host'],
		when: before('first day', 1, 'weeks'),
		done: 'ticked',
		required: 'must',
		checklist: ['Use the words agreed for all schools of the group', 'See that nobody is left out'],
	},
	{
		...usual.review,
		checklist: [
			'What was seen on one side, what it means on the other',
			'Say it where the evidence and the school’s own view differ',
			'Ask; suggest only where the host asks',
			'Write down the questions for the follow-up',
		],
	},
	{
		key: 'data-session',
		title: 'Go through the data together',
		who: ['host', 'reviewer'],
		when: on('last day'),
		done: 'ticked',
		required: 'must',
		form: 'data-session',
	},
	usual.report,
	{ ...usual.publish, title: 'Share the report with all heads' },
	usual.response,
	{
		...usual.workshop,
		title: 'Lead the follow-up at a staff meeting',
		who: ['expert', 'host'],
	},
	{
		...usual.actions,
		title: 'Put the agreed actions into the group’s action plan',
		when: after('report published', 3, 'weeks'),
	},
	reminder(
		'lesson-studies',
		'Arrange lesson studies or joint observations',
		['host', 'expert'],
		after('last day', 1, 'half-terms'),
	),
	usual.progress,
	{
		key: 'follow-up',
		title: 'Come back in the summer term for the follow-up review',
		who: ['host', 'reviewer'],
		when: after('last day', 2, 'terms'),
		done: 'ticked',
		required: 'must',
		together: true,
		checklist: ['The same reviewers', 'Begin from the questions of the first review', 'Look for change'],
	},
	usual.lookBack,
	usual.close,
];
