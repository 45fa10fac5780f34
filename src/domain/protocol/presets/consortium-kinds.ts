import type { ProtocolDraft } from '../protocol.ts';
import { activityKinds as usualActivities, evidenceKinds as usualEvidence } from './usual-kinds.ts';
import { themed, type TeamNeeds } from './usual-reviews.ts';

/** CSC-23 no champions: senior leaders of the group come along and lead what follows. */
export const needs: TeamNeeds = {
	size: { least: 2, most: 6 },
	reviewers: ['headteachers', 'senior leaders'],
	from: 'this partnership',
	headteachers: { least: 2, counted: 'without the host' },
	facilitator: 'may',
	champion: 'never',
	expert: 'may',
};

export const kinds: ProtocolDraft['kinds'] = [
	{
		...themed,
		term: 1,
		about: 'The focus of the group as it shows in one school.',
		without: ['data-session'],
	},
	{
		key: 'desktop',
		label: 'Desktop data review',
		days: 0,
		about:
			'Heads go through the figures together: each dip by subject and group of pupils, what lies behind it, what is done about it.',
		begins: 'afresh',
		without: ['plan', 'brief-staff', 'workshop', 'lesson-studies', 'follow-up'],
		team: { ...needs, reviewers: ['headteachers'], expert: 'never' },
	},
	{
		key: 'follow-up',
		label: 'Follow-up review',
		days: 1,
		about: 'The same reviewers come back in the summer term with the questions of the first review.',
		begins: 'from an earlier review',
		term: 3,
		without: ['data-session', 'lesson-studies', 'follow-up'],
	},
];

/** CSC-10 */
export const activityKinds: ProtocolDraft['day']['activityKinds'] = [
	...usualActivities,
	{ key: 'earlier-books', label: 'Book scrutiny, this year’s beside last year’s' },
	{ key: 'climate-walk', label: 'Climate walk' },
	{ key: 'pupil-perception', label: 'Pupil perception' },
	{ key: 'staff-perception', label: 'Staff perception' },
	{ key: 'desktop', label: 'Desktop data analysis' },
];

/** CSC-15 CSC-25 */
export const evidenceKinds: ProtocolDraft['evidence']['kinds'] = [
	...usualEvidence,
	{ key: 'suggestion', label: 'Suggestion the host asked for' },
	{ key: 'safeguarding', label: 'Whole-school safeguarding' },
];

/** CSC-28 a line for each dip. */
export const dataSession: ProtocolDraft['forms'][string] = {
	title: 'Going through the data',
	about: 'A line for each dip. Leave out figures about so few pupils that they could be known.',
	questions: [
		{
			kind: 'table',
			key: 'dips',
			label: 'Where do results dip?',
			columns: [
				{ key: 'subject', label: 'Subject' },
				{ key: 'pupils', label: 'Group of pupils' },
				{ key: 'figures', label: 'What the figures show' },
				{ key: 'explanation', label: 'How the head explains it' },
				{ key: 'action', label: 'What is done about it' },
			],
		},
		{ kind: 'text', key: 'in-common', label: 'What do our schools have in common?', required: false },
	],
};

/** CSC-22 */
export const vocabulary: ProtocolDraft['vocabulary'] = [
	{
		term: 'Greater depth',
		means:
			'A pupil uses what they have learned in work they have not met before, without being led to it, and can say why it works. It is not the next year’s content early.',
	},
	{
		term: 'Dip',
		means:
			'A result clearly below the school’s own of the years before, or below that of schools with similar pupils. We ask what lies behind it before we say anything about it.',
	},
	{
		term: 'Vulnerable group',
		means:
			'Pupils with something in common that may stand in the way of their learning, such as disadvantage, a special need or few years in the country. The group is named, never a pupil.',
	},
];
