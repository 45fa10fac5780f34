import type { ProtocolDraft } from '../protocol.ts';
import { strengths } from './usual-report.ts';

/** What every group's report holds, so that reports of all groups can be read side by side, and what a group may leave out (CSC-14). */
export const headings: ProtocolDraft['report']['headings'] = [
	{
		key: 'context',
		label: 'The school as it is now',
		guidance: 'Its pupils, how it works, what it is wrestling with.',
		kinds: [],
		inGroups: 'may be left out',
	},
	{
		key: 'data',
		label: 'What the data shows',
		guidance: 'By subject and group of pupils, year on year, with the head’s explanation.',
		kinds: [],
	},
	strengths('What was seen, and so what it did for pupils.'),
	{
		key: 'questions',
		label: 'Questions to follow up',
		guidance: 'Each with what raised it. The follow-up review begins here.',
		kinds: ['question', 'development'],
	},
	{
		key: 'own-view',
		label: 'Where evidence and the school’s own view differ',
		guidance: 'Both, side by side, and no smoothing over.',
		kinds: [],
	},
	{
		key: 'suggestions',
		label: 'Suggestions the host asked for',
		guidance: 'What the host asked, and what others have tried.',
		kinds: ['suggestion'],
		inGroups: 'may be left out',
	},
	{
		key: 'safeguarding',
		label: 'Whole-school safeguarding',
		guidance:
			'How the school as a whole keeps children safe: strengths, and matters for attention. Never a concern about a person or a child.',
		kinds: ['safeguarding'],
	},
	{
		key: 'outside-focus',
		label: 'Seen outside the focus',
		guidance: 'Kept apart from all that stands above.',
		kinds: [],
		inGroups: 'may be left out',
	},
];
