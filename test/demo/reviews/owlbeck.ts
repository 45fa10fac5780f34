import type { Story } from '../story.ts';

/** Play in the infants, first cycle. */
export const owlbeck: Story = {
	host: 'owlbeck',
	focus: 'What do children in Year 1 learn when they choose for themselves?',
	focusKind: 'current-priority',
	focusSource: 'improvement-plan',
	team: { foxglove: 'facilitator', lanternby: 'reviewer', inkwell: 'reviewer', marblewood: 'champion' },
	meeting: {
		context:
			'Year 1 has kept chosen activities in the afternoons since the change two years ago. Parents ask about it at every meeting.',
		organisation:
			'Mornings as usual without visitors. The team arrives at eleven and stays to the end of the day.',
		hostInObservations: 'some',
	},
	decisions: ['The review begins at eleven, since the question is about afternoons.'],
	lines: ['What do adults do while children choose?', 'Who chooses the same thing every day?'],
	timetable: [
		{
			key: 'welcome',
			kind: 'senior-leaders',
			title: 'Welcome and tour',
			place: 'Hall',
			from: '11:00',
			to: '11:40',
			who: ['foxglove', 'lanternby', 'inkwell', 'applecart'],
			lines: ['A', 'B'],
		},
		{
			key: 'afternoon',
			kind: 'observation',
			title: 'Chosen activities in both Year 1 classes',
			place: 'Year 1',
			from: '13:05',
			to: '14:20',
			who: ['lanternby', 'inkwell'],
			lines: ['A', 'B'],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Office',
			from: '15:20',
			to: '15:50',
			who: ['foxglove', 'lanternby', 'inkwell', 'applecart'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'inkwell',
			at: '13:22',
			during: 'afternoon',
			line: 'A',
			source: 'observation',
			kind: 'strength',
			year: 'Year 1',
			seen: 'An adult sat at the water for eleven minutes and asked two questions. The second was “what if it were thicker?”. Flour was fetched.',
			soWhat: 'Long looking and few questions. The experiment that came of it lasted until home time.',
		},
		{
			by: 'lanternby',
			at: '13:40',
			during: 'afternoon',
			line: 'B',
			source: 'observation',
			kind: 'development',
			year: 'Year 1',
			seen: 'The same six boys were on the carpet with the bricks at five past one and at twenty past two. Staff said they generally are.',
			soWhat: 'The bricks are good. What is in the other corners that would draw them away?',
		},
		{
			by: 'lanternby',
			at: '14:05',
			during: 'afternoon',
			line: 'B',
			source: 'pupils',
			kind: 'note',
			year: 'Year 1',
			seen: '“You can go in writing if you want. I don’t want.”',
			soWhat: 'An exact description of free choice.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'A',
			seen: 'Adults watch for a long time and ask little, and what they ask moves things on.',
			effect: 'Play becomes inquiry, and children stay with it.',
			rests: [0],
		},
		{
			kind: 'development',
			line: 'B',
			seen: 'Some children choose the same corner every afternoon, and seldom one with a pencil in it.',
			effect: 'Those who most need practice in writing get least of it.',
			rests: [1, 2],
		},
	],
	report: {
		questions: 'What would a pencil be for, on the carpet with the bricks?',
		process: 'Beginning at eleven fitted the question.',
	},
	responses: [
		{
			by: 'applecart',
			words:
				'We went straight to the carpet. A clipboard labelled “building permits” was in use by Thursday.',
		},
	],
	workshop: {
		by: 'marblewood',
		after: 13,
		outcome:
			'Staff listed what each corner asks a child to read or write. Three corners asked for nothing. By the end of the hour each had something that somebody might want to do: permits, a ticket office, labels for the museum.',
	},
	actions: [
		{
			finding: 1,
			title: 'A reason to write in every corner',
			owner: 'Edie Papermoon',
			due: 70,
			measure: 'In a week, each child in Year 1 has chosen to write at least twice.',
			updates: [
				{
					after: 66,
					progress: 'done',
					by: 'papermoon',
					words:
						'All but three children, and two of those three by the week after. The museum has a catalogue.',
				},
			],
		},
	],
	progress: [
		{ by: 'applecart', after: 61, words: 'Parents have stopped asking and begun to bring exhibits.' },
	],
	lookBack: {
		host: {
			by: 'applecart',
			after: 200,
			answers: {
				applied: 'Every corner has a reason to write.',
				further: 'Reception has followed.',
				reach: 'parts',
				difference:
					'In the Year 2 baseline four more boys than last year wrote a sentence without help. Small numbers.',
				'review-more': 'A second afternoon.',
			},
		},
		team: {
			by: 'inkwell',
			after: 203,
			answers: {
				applied: 'Seen with our own eyes at the summer exhibition.',
				further: 'Fernmarsh’s Year 1 has opened a ticket office.',
				reach: 'beyond',
				difference: 'Boys wrote, in numbers, about bricks.',
				'review-more': 'Talk with parents, who were the ones asking.',
			},
		},
	},
	closed: { by: 'foxglove', after: 215 },
};
