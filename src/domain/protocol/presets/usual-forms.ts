import type { ProtocolDraft } from '../protocol.ts';

type Form = ProtocolDraft['forms'][string];

/** NFS-5 what the meeting before a review settles; lines, activities and timetable are agreed on their own screens. */
export const preReviewAgenda: Form = {
	title: 'Pre-review meeting',
	about: 'What host and team settle together before the review.',
	questions: [
		{
			kind: 'text',
			key: 'context',
			label: 'What should the team know about the school as it is now?',
			required: false,
		},
		{
			kind: 'text',
			key: 'since-last',
			label: 'What has come of the last review’s priorities?',
			required: false,
		},
		{ kind: 'text', key: 'organisation', label: 'How will the day run, and who else takes part?' },
		{ kind: 'text', key: 'information', label: 'What will the school send beforehand, and by when?' },
		{
			kind: 'choice',
			key: 'host-in-observations',
			label: 'Will the host headteacher join the observations?',
			choices: [
				{ key: 'yes', label: 'Yes' },
				{ key: 'no', label: 'No' },
				{ key: 'some', label: 'Some of them' },
			],
		},
		{
			kind: 'yes-no',
			key: 'confidentiality',
			label: 'Have we talked through what stays confidential, and its limits?',
		},
		{
			kind: 'table',
			key: 'dates',
			label: 'Dates we have fixed',
			columns: [
				{ key: 'day', label: 'Date' },
				{ key: 'time', label: 'Time' },
			],
			rows: [
				{ key: 'review', label: 'Review' },
				{ key: 'staff-feedback', label: 'Feedback to staff' },
				{ key: 'action-planning', label: 'Planning the next steps' },
			],
		},
		{
			kind: 'text',
			key: 'host-time',
			label: 'When does the host introduce the day, and when do we talk it over?',
		},
		{ kind: 'text', key: 'report', label: 'What report do we expect, from whom?' },
		{
			kind: 'text',
			key: 'support',
			label: 'What support does the school already know it needs?',
			required: false,
		},
	],
};

/** CEN-9 the same questions for every school, so that answers can be gathered across the partnership. */
export const lookBack: Form = {
	title: 'Looking back on the review',
	about: 'Every school answers the same questions. Say what happened, and how you know.',
	questions: [
		{ kind: 'text', key: 'applied', label: 'What has been done about the findings?' },
		{ kind: 'text', key: 'further', label: 'What has changed or grown since?' },
		{
			kind: 'choice',
			key: 'reach',
			label: 'How far has it spread?',
			choices: [
				{ key: 'not-yet', label: 'Not yet' },
				{ key: 'where-begun', label: 'Where it began' },
				{ key: 'parts', label: 'Some other parts of the school' },
				{ key: 'whole', label: 'The whole school' },
				{ key: 'beyond', label: 'Other schools too' },
			],
		},
		{
			kind: 'text',
			key: 'difference',
			label: 'What difference has it made for pupils or staff, and how do you know?',
		},
		{ kind: 'text', key: 'review-more', label: 'How could the review itself have done more?' },
		{ kind: 'text', key: 'worked', label: 'What worked well?', required: false },
		{ kind: 'text', key: 'did-not', label: 'What did not?', required: false },
	],
};

/** NFS-18 host and team answer the same questions on depth, challenge and value. */
export const reviewQuality: Form = {
	title: 'How good was this review?',
	about: 'Host and team answer alike.',
	questions: [
		{
			kind: 'scale',
			key: 'depth',
			label: 'Did it go deep enough?',
			points: 5,
			lowest: 'hardly',
			highest: 'fully',
		},
		{
			kind: 'scale',
			key: 'challenge',
			label: 'Was the challenge real and fair?',
			points: 5,
			lowest: 'hardly',
			highest: 'fully',
		},
		{
			kind: 'scale',
			key: 'value',
			label: 'Was it worth the time?',
			points: 5,
			lowest: 'hardly',
			highest: 'fully',
		},
		{ kind: 'text', key: 'went-well', label: 'What went well?', required: false },
		{ kind: 'text', key: 'change', label: 'What should we do differently next time?', required: false },
	],
};
