import type { Story } from '../story.ts';
import { after } from './fernmarsh/after.ts';
import { seen } from './fernmarsh/seen.ts';

/** Writing at Fernmarsh: the fullest story of the first cycle. */
export const fernmarsh: Story = {
	host: 'fernmarsh',
	focus: 'Do our strongest young writers get the chance to write at greater depth?',
	focusKind: 'current-priority',
	focusSource: 'improvement-plan',
	team: {
		foxglove: 'facilitator',
		hedgepath: 'reviewer',
		quillington: 'reviewer',
		papermoon: 'expert',
		plumbline: 'champion',
	},
	meeting: {
		context:
			'One and a half forms of entry, so every class but one is mixed in age. The writing scheme was given up a year and a half ago and replaced by units built around whole books. Results at the end of Year 6 were secure last summer, but only four children were judged to be writing at greater depth.',
		organisation:
			'Two pairs in the morning, one in Key Stage 1 and one in Key Stage 2, so that no class is visited more than twice. The English leader is free all day. Lunch with the school council.',
		hostInObservations: 'no',
		support:
			'Somebody to moderate Year 2 writing with, as the infant classes have no parallel class to compare with.',
	},
	decisions: [
		'No class is visited before ten o’clock: Fernmarsh starts with reading and wants the team to see writing.',
		'The school sends twelve books chosen by the team from the class lists, not by the teachers.',
		'Staff are told on Monday what the team is looking for, and what it is not looking for.',
	],
	lines: [
		'What do children who write well do next, once they have done what was asked?',
		'How much of what they write do children choose for themselves: form, reader, length?',
		'Do teachers agree with each other about what greater depth looks like?',
	],
	timetable: [
		{
			key: 'welcome',
			kind: 'senior-leaders',
			title: 'The headteacher introduces the school and the question',
			place: 'Library',
			from: '08:45',
			to: '09:15',
			who: ['foxglove', 'hedgepath', 'quillington', 'papermoon', 'inkwell'],
			lines: ['A', 'B', 'C'],
		},
		{
			key: 'leader',
			kind: 'subject-leaders',
			title: 'Conversation with the English leader',
			place: 'Library',
			from: '09:20',
			to: '10:00',
			who: ['hedgepath', 'papermoon'],
			lines: ['C'],
		},
		{
			key: 'ks2',
			kind: 'observation',
			title: 'Writing in the three upper classes',
			place: 'Upper corridor',
			from: '10:05',
			to: '11:05',
			who: ['hedgepath', 'quillington'],
			lines: ['A', 'B'],
		},
		{
			key: 'ks1',
			kind: 'observation',
			title: 'Writing in Years 1 and 2',
			place: 'Infant block',
			from: '10:05',
			to: '11:05',
			who: ['papermoon', 'foxglove'],
			lines: ['A', 'B'],
		},
		{
			key: 'books',
			kind: 'books',
			title: 'Twelve writing books from last September until now',
			place: 'Library',
			from: '11:20',
			to: '12:20',
			who: ['hedgepath', 'quillington', 'papermoon'],
			lines: ['A', 'B', 'C'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'Ten children bring a piece they are proud of',
			place: 'Hall',
			from: '13:05',
			to: '13:45',
			who: ['quillington', 'papermoon'],
			lines: ['A', 'B'],
		},
		{
			key: 'sort',
			kind: 'team-time',
			title: 'The team sorts what it has seen',
			place: 'Library',
			from: '13:50',
			to: '15:05',
			who: ['foxglove', 'hedgepath', 'quillington', 'papermoon'],
			lines: [],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Library',
			from: '15:10',
			to: '15:50',
			who: ['foxglove', 'hedgepath', 'quillington', 'papermoon', 'inkwell'],
			lines: [],
		},
	],
	report: {
		strengths:
			'We were struck all day by how readily children talked about their readers. They did not perform for visitors; they were busy. The change from a bought scheme to whole books has given every class something worth writing about, and the English leader has carried her colleagues with patience and good humour.',
		development:
			'Both points come from the same place. The checklist was brought in for good reasons, to help children who did not know where to begin, and it has helped them. It now needs an upper edge that opens. We would begin with Years 5 and 6, with pieces on the table and not with a new document.',
		questions: 'We would put this to the newspaper’s editors first. They have strong views.',
		process:
			'Choosing the books ourselves made the hour with them honest. We would start the conversation with pupils before lunch another time: it changed what we went looking for, and by then the lessons were over.',
	},
	teamComment: {
		by: 'quillington',
		words:
			'I came to look at writing in a primary school and went home with a page of notes for my own Year 7. Two of my English teachers would like to spend a morning with the newspaper, if its editors will have them.',
	},
	responses: [
		{
			by: 'inkwell',
			words:
				'Thank you for reading our books as though they were books. The finding about the checklist stung for an evening and has been useful ever since. You are right that I thought our judgements were secure; I had been looking at the ones we all agree on. Staff asked me to say that the feedback at the end of the day was kind, clear and short, and that they noticed all three.',
		},
	],
	...seen,
	...after,
};
