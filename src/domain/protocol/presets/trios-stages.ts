import type { ProtocolDraft } from '../protocol.ts';
import { after, on, reminder, usualStages } from './usual-stages.ts';

const usual = usualStages(['reviewer', 'expert']);

/** The course of a review in trios: all written on the day, the staff meeting and the talk about it weeks later (KSA-3 to KSA-9). */
export const stages: ProtocolDraft['stages'] = [
	usual.accept,
	{
		...usual.preReview,
		title: 'Hold the initial meeting',
		who: ['host', 'reviewer'],
		checklist: [
			'The host brings a few ideas, drawn from data, monitoring and self-review',
			'Choose the line of enquiry',
			'Choose the activities that will show most about it',
			'Say whether the host headteacher joins the learning observations',
			'Write the timetable for the day',
		],
	},
	{ ...usual.plan, who: ['host', 'reviewer'] },
	usual.confidentiality,
	{
		...usual.review,
		checklist: [
			'Meet all staff at the start',
			'Do less, and give the time to what tells most',
			'Feedback to senior leaders at the end, with the champion there',
		],
	},
	reminder(
		'all-staff',
		'See all staff at the end of the day and celebrate with them',
		['reviewer', 'host'],
		on('last day'),
	),
	{
		...usual.report,
		title: 'Write the report together and finish it on the day',
		who: ['reviewer', 'expert', 'host'],
		when: on('last day'),
	},
	usual.publish,
	usual.response,
	{
		...usual.workshop,
		title: 'Run the staff meeting at the host school',
		when: after('last day', 3, 'weeks'),
		checklist: ['The champion comes from another school', 'Staff lead the talk, not their leaders'],
	},
	{ ...usual.actions, when: after('last day', 5, 'weeks') },
	{
		key: 'post-review',
		title: 'Meet with both trios on how the review went',
		who: ['host', 'reviewer', 'champion'],
		when: after('last day', 1, 'half-terms'),
		done: 'ticked',
		required: 'must',
		together: true,
		withHeads: true,
		checklist: ['What we learnt about the subject', 'What we learnt about reviewing, and will change'],
		form: 'post-review',
	},
	usual.progress,
	usual.lookBack,
	usual.close,
];
