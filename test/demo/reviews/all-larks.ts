import type { Story } from '../story.ts';

/** A church school with two heads, each of whom answers in their own role; its own look-back is still awaited. */
export const allLarks: Story = {
	host: 'allLarks',
	focus: 'Is early reading taught the same way by everyone who teaches it?',
	focusKind: 'embedded',
	focusSource: 'inspection',
	team: {
		foxglove: 'facilitator',
		saltmarrow: 'reviewer',
		thimbleton: 'reviewer',
		papermoon: 'expert',
		copperkettle: 'champion',
	},
	meeting: {
		context:
			'The new phonics programme is in its third year. Two of five people who teach it were trained by colleagues and not on the course.',
		organisation:
			'Everything before half past ten, while phonics is taught. Then books, and reading with children.',
		hostInObservations: 'no',
	},
	decisions: ['The executive head and the head of school each add their own response.'],
	lines: [
		'Is the programme taught alike in all five groups?',
		'What happens in the afternoon for a child who struggled in the morning?',
	],
	timetable: [
		{
			key: 'groups',
			kind: 'observation',
			title: 'Five phonics groups',
			place: 'Infant rooms',
			from: '09:00',
			to: '09:50',
			who: ['saltmarrow', 'thimbleton', 'papermoon'],
			lines: ['A'],
		},
		{
			key: 'reading',
			kind: 'reading',
			title: 'Reading with fifteen children',
			place: 'Library',
			from: '10:40',
			to: '11:50',
			who: ['papermoon', 'saltmarrow'],
			lines: ['A', 'B'],
		},
		{
			key: 'leaders',
			kind: 'subject-leaders',
			title: 'Conversation with the early reading leader',
			place: 'Office',
			from: '13:00',
			to: '13:40',
			who: ['thimbleton', 'foxglove'],
			lines: ['B'],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to both heads',
			place: 'Office',
			from: '15:10',
			to: '15:45',
			who: ['foxglove', 'saltmarrow', 'thimbleton', 'papermoon', 'buttercrane', 'wickstraw'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'papermoon',
			at: '09:12',
			during: 'groups',
			line: 'A',
			source: 'observation',
			kind: 'strength',
			year: 'Reception',
			seen: 'Five groups began within a minute of each other with the same four actions. We could have swapped the adults and the children would not have blinked.',
			soWhat: 'Routines leave children’s attention free for the sounds.',
		},
		{
			by: 'saltmarrow',
			at: '09:36',
			during: 'groups',
			line: 'A',
			source: 'observation',
			kind: 'development',
			year: 'Year 1',
			seen: 'In two groups the step of reading the word once more without sounding it out was left out each time.',
			soWhat: 'Children in those groups still sounded out words that others knew at sight.',
		},
		{
			by: 'saltmarrow',
			at: '11:10',
			during: 'reading',
			line: 'A',
			source: 'reading',
			kind: 'note',
			year: 'Year 1',
			seen: '“I can read it. Do you want to hear me do the robot or the normal?”',
			soWhat: 'The robot is the sounding out. The normal was fluent.',
		},
		{
			by: 'thimbleton',
			at: '13:18',
			during: 'leaders',
			line: 'B',
			source: 'leaders',
			kind: 'strength',
			seen: 'By one o’clock every day the leader has a list of who slipped in the morning. Each of them reads for four minutes before home time.',
			soWhat: 'No child waits a week for help. It costs forty minutes of one assistant.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'B',
			seen: 'Children who stumble in the morning are helped the same afternoon.',
			effect: 'Gaps stay a day old.',
			rests: [3],
		},
		{
			kind: 'strength',
			line: 'A',
			seen: 'Routines are the same in every group.',
			effect: 'Children move between groups without losing a lesson.',
			rests: [0],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'In two groups of five the last step, reading the word at sight, has been lost.',
			effect: 'Children there read more slowly than they need to.',
			rests: [1, 2],
		},
	],
	report: {
		questions: 'How does someone who joins in February learn the programme?',
		process: 'Being done by two o’clock left time for a report we are content with.',
	},
	responses: [
		{
			by: 'wickstraw',
			words:
				'I teach in one of the two groups. I was the last to be trained and I had never been shown that step. Now I have.',
		},
		{
			by: 'buttercrane',
			words:
				'I am grateful that you looked at the programme and not at the people. Training for whoever joins in mid-year is now the governors’ business as well as ours.',
		},
	],
	workshop: {
		by: 'copperkettle',
		after: 12,
		outcome:
			'The five who teach phonics watched one another’s last five minutes and agreed on what the step looks like. A sheet was proposed and voted down: they will visit each other on the first Monday of each half-term.',
	},
	actions: [
		{
			finding: 2,
			title: 'The five who teach phonics visit one another at the start of each half-term',
			owner: 'Callum Wickstraw',
			due: 95,
			measure: 'In each of five groups the word is read again at sight before the next one is shown.',
			updates: [
				{
					after: 40,
					progress: 'under way',
					by: 'wickstraw',
					words: 'First round done. It takes fifteen minutes and is the most useful fifteen minutes we have.',
				},
				{
					after: 94,
					progress: 'done',
					by: 'wickstraw',
					words:
						'All five groups. We keep the visits: something else has been lost, as it always will be, and this time we saw it go.',
				},
			],
		},
	],
	progress: [
		{
			by: 'buttercrane',
			after: 58,
			words:
				'The step is back in all five groups. The wider question, who trains the next person, is with governors.',
		},
	],
	lookBack: {
		team: {
			by: 'thimbleton',
			after: 240,
			answers: {
				applied: 'From what we heard at the heads’ meeting, fully.',
				further: 'Bramblesea has asked for the visiting pattern.',
				reach: 'beyond',
				difference: 'I read with the same fifteen children in the summer. Nobody offered me the robot.',
				'review-more': 'A return visit of an hour, fixed on the day itself.',
			},
		},
	},
};
