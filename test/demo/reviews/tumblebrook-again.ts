import type { Story } from '../story.ts';

/** Second cycle: followed up, its actions under way, one of them overdue. */
export const tumblebrookAgain: Story = {
	host: 'tumblebrook',
	focus: 'How well do we teach science when no one here studied it?',
	focusKind: 'current-priority',
	focusSource: 'improvement-plan',
	team: {
		foxglove: 'facilitator',
		inkwell: 'reviewer',
		hedgepath: 'reviewer',
		wintergreen: 'expert',
		plumbline: 'champion',
	},
	meeting: {
		context:
			'Five teachers, none with science beyond sixteen. Children like it. We don’t know whether they learn it.',
		organisation: 'Science in all classes on one day, in the order of the ages.',
		sinceLast: 'Six of nine topics have been rebuilt. The old books are part of school life.',
		hostInObservations: 'yes',
		support: 'Equipment. We own one thermometer and it is for the fridge.',
	},
	decisions: ['The high school’s scientist comes as expert and brings no answers before lunch.'],
	lines: ['Do children plan for themselves what they find out?', 'Is what they are told right?'],
	takesUp: { A: 'a' },
	timetable: [
		{
			key: 'classes',
			kind: 'observation',
			title: 'Science in all four classes',
			place: 'Whole school',
			from: '09:10',
			to: '12:00',
			who: ['inkwell', 'hedgepath', 'wintergreen'],
			lines: ['A', 'B'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'The science club shows its notebooks',
			place: 'Shed',
			from: '13:00',
			to: '13:35',
			who: ['wintergreen', 'inkwell'],
			lines: ['A'],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Vestry room',
			from: '15:00',
			to: '15:40',
			who: ['foxglove', 'inkwell', 'hedgepath', 'wintergreen', 'thimbleton'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'wintergreen',
			at: '09:40',
			during: 'classes',
			line: 'B',
			source: 'observation',
			kind: 'strength',
			year: 'Year 2',
			seen: '“I don’t know. How could we find out?” said the teacher, and meant it.',
			soWhat: 'The most scientific sentence I heard all week, and I teach A level.',
		},
		{
			by: 'hedgepath',
			at: '10:50',
			during: 'classes',
			line: 'A',
			source: 'observation',
			kind: 'development',
			year: 'Year 5',
			seen: 'Every pair grew the same cress in the same four pots, on instructions. Nobody could have had a different result.',
			soWhat: 'Careful, tidy, and planned by somebody else.',
		},
		{
			by: 'wintergreen',
			at: '11:20',
			during: 'classes',
			line: 'B',
			source: 'observation',
			kind: 'development',
			year: 'Year 6',
			seen: 'The poster says that plants breathe in carbon dioxide by day and oxygen by night. It was copied by all.',
			soWhat: 'Half right, which is harder to mend than wrong. It came with the scheme.',
		},
		{
			by: 'inkwell',
			at: '13:20',
			during: 'pupils',
			line: 'A',
			source: 'pupils',
			kind: 'note',
			year: 'Year 6',
			seen: '“In club you think of it. In lessons you check it.”',
			soWhat: 'The club meets in a shed and has four members.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'B',
			seen: 'Teachers say what they don’t know and make a question of it.',
			effect: 'Children see that not knowing is where science begins.',
			rests: [0],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'In lessons children carry out what others have planned; in the club they plan.',
			effect: 'They learn to be careful before they have learned to wonder.',
			rests: [1, 3],
		},
		{
			kind: 'development',
			line: 'B',
			seen: 'Some of the bought posters and sheets are wrong.',
			effect: 'Errors are copied out in beautiful handwriting.',
			rests: [2],
		},
	],
	report: {
		questions: 'What if each unit had one lesson that began like the club?',
		process: 'An expert from another phase changed what the rest of us were able to see.',
	},
	responses: [
		{
			by: 'thimbleton',
			words: 'The poster is down. My staff would like it known that the cress was delicious.',
		},
	],
	workshop: {
		by: 'plumbline',
		after: 10,
		outcome:
			'The staff planned one “shed lesson” for each class: a question, a box of things, no instructions. The high school will lend equipment by the crate, and checks any sheet sent to it within the week.',
	},
	actions: [
		{
			finding: 1,
			title: 'One shed lesson in each unit',
			owner: 'Gwen Thimbleton',
			due: 110,
			measure: 'In any such lesson at least three different plans are being tried.',
			updates: [
				{
					after: 48,
					progress: 'under way',
					words: 'Two classes have had theirs. There was water on the ceiling.',
				},
			],
		},
		{
			finding: 2,
			title: 'Have every science poster and sheet checked by the high school',
			owner: 'Hal Wintergreen, with our science lead',
			due: 56,
			measure: 'Nothing on a wall or in a book that a scientist would put right.',
			updates: [
				{
					after: 40,
					progress: 'under way',
					words:
						'Years 1 to 4 checked: eleven sheets mended, two thrown away. Years 5 and 6 wait for a free afternoon at the high school.',
				},
			],
		},
	],
	progress: [
		{
			by: 'thimbleton',
			after: 52,
			words: 'Half of the sheets are checked. I could do with an hour of somebody’s scientist.',
		},
	],
	lookBack: {},
};
