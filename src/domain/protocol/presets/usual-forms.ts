import type { ProtocolDraft } from '../protocol.ts';

type Form = ProtocolDraft['forms'][string];

const scale = (key: string, label: string): Form['questions'][number] => ({
	kind: 'scale',
	key,
	label,
	points: 5,
	lowest: 'hardly',
	highest: 'fully',
});

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
		{
			kind: 'text',
			key: 'applied',
			label: 'What has been done about the findings?',
			begins: 'what was done',
		},
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
			begins: 'what it changed',
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
		scale('depth', 'Did it go deep enough?'),
		scale('challenge', 'Was the challenge real and fair?'),
		scale('value', 'Was it worth the time?'),
		{ kind: 'text', key: 'went-well', label: 'What went well?', required: false },
		{ kind: 'text', key: 'change', label: 'What should we do differently next time?', required: false },
	],
};

/** HEP-4 the meeting after each review judges how it was done and what came of it. */
export const qualityMeeting: Form = {
	title: 'Quality of the review',
	about: 'For the meeting after each review. Judge how it was done, and what came of it.',
	questions: [
		scale('robust', 'How robust was the review?'),
		{ kind: 'text', key: 'robust-why', label: 'What makes you say so?' },
		scale('impact', 'How much has it changed so far?'),
		{ kind: 'text', key: 'impact-why', label: 'What has changed, and how do you know?' },
		{
			kind: 'text',
			key: 'change',
			label: 'What should we do differently next time?',
			required: false,
			forProtocol: true,
		},
	],
};

/** KSA-7 what went well and what to improve, in the subject and in how it was reviewed. */
export const postReviewMeeting: Form = {
	title: 'How the review went',
	about: 'Talked over together. What you change here is how the next review is done.',
	questions: [
		{ kind: 'text', key: 'subject-well', label: 'The subject: what works well and could be shared?' },
		{ kind: 'text', key: 'subject-improve', label: 'The subject: what could be better?' },
		{ kind: 'text', key: 'process-well', label: 'The review: what went well?' },
		{ kind: 'text', key: 'process-improve', label: 'The review: what could be better?' },
		{ kind: 'text', key: 'change', label: 'What will we do differently next time?', forProtocol: true },
	],
};
