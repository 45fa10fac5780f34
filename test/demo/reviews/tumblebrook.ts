import type { Story } from '../story.ts';

/** Mixed ages at the smallest school. */
export const tumblebrook: Story = {
	host: 'tumblebrook',
	focus: 'Do the oldest in a mixed-age class learn as much as the youngest?',
	focusKind: 'confirm',
	focusSource: 'self-evaluation',
	team: { foxglove: 'facilitator', applecart: 'reviewer', hedgepath: 'reviewer', plumbline: 'champion' },
	meeting: {
		context:
			'Ninety-four children in four classes. Every class has at least two year groups, the top one three. Topics run on a three-year wheel.',
		organisation:
			'Two reviewers are plenty: there are four classrooms. The team eats with the children, as everybody does.',
		hostInObservations: 'yes',
	},
	decisions: [
		'With so few children a percentage tells nothing: the report gives no figures.',
		'A small school can be recognised from anything. The team agrees each quotation with the headteacher.',
	],
	lines: [
		'What is different about the work of the oldest in each class?',
		'Does a child meet the same topic twice, and does it go further the second time?',
	],
	timetable: [
		{
			key: 'classes',
			kind: 'learning-walk',
			title: 'All four classes',
			place: 'Whole school',
			from: '09:15',
			to: '11:15',
			who: ['applecart', 'hedgepath', 'thimbleton'],
			lines: ['A'],
		},
		{
			key: 'books',
			kind: 'books',
			title: 'Topic books kept from three years',
			place: 'Vestry room',
			from: '11:30',
			to: '12:15',
			who: ['applecart', 'hedgepath'],
			lines: ['B'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'A walk round the school led by its oldest pupils',
			place: 'Outside',
			from: '13:00',
			to: '13:35',
			who: ['foxglove', 'hedgepath'],
			lines: ['A', 'B'],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Vestry room',
			from: '15:00',
			to: '15:40',
			who: ['foxglove', 'applecart', 'hedgepath', 'thimbleton'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'applecart',
			at: '09:50',
			during: 'classes',
			line: 'A',
			source: 'learning-walk',
			kind: 'strength',
			seen: 'In each class there is a job only the oldest can do. In the youngest class it is reading the register; in the top class, marking the spelling of the adults.',
			soWhat: 'Being oldest means something other than having waited longest.',
		},
		{
			by: 'hedgepath',
			at: '10:35',
			during: 'classes',
			line: 'A',
			source: 'observation',
			kind: 'strength',
			year: 'Year 6',
			seen: 'Three starting points on the board, unlabelled. Children of eleven and of nine chose the same one and argued about it.',
			soWhat: 'Work is sorted by difficulty and not by birthday.',
		},
		{
			by: 'applecart',
			at: '11:48',
			during: 'books',
			line: 'B',
			source: 'work-scrutiny',
			kind: 'development',
			seen: 'A child who met rivers in Year 3 met them again in Year 6. The two maps are equally good. The second took half as long.',
			soWhat: 'The wheel brings topics round. It doesn’t always bring them round higher.',
		},
		{
			by: 'hedgepath',
			at: '13:20',
			during: 'pupils',
			line: 'B',
			source: 'pupils',
			kind: 'note',
			year: 'Year 5',
			seen: '“We did this one when I was in Year 2. I liked it better then because I was the best at cutting.”',
			soWhat: 'A clear case for the opposite.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'A',
			seen: 'The oldest in every class carry real work, chosen by difficulty and not by age.',
			effect: 'Older pupils stay stretched, and younger ones see where they are going.',
			rests: [0, 1],
		},
		{
			kind: 'development',
			line: 'B',
			seen: 'When the wheel comes round, the second visit to a topic is often the first one done faster.',
			effect: 'Foundation subjects give the oldest less than reading and maths do.',
			rests: [2, 3],
		},
		{
			kind: 'question',
			line: 'B',
			seen: 'The three years of topic books are a treasure that only the office has seen.',
			effect: 'What if each topic began with the child’s own old book?',
			rests: [2],
		},
	],
	report: {
		process:
			'A morning would nearly do for a school of this size. We used the afternoon for talking, and would again.',
	},
	responses: [
		{
			by: 'thimbleton',
			words:
				'You confirmed the half I hoped for and found the half I had not looked at. The old books are out of the cupboard.',
		},
	],
	workshop: {
		by: 'plumbline',
		after: 8,
		outcome:
			'All nine staff round one table, the cook among them, who knows who is bored. They took one topic, rivers, and wrote down what a child should be able to do the first time and what only the second time. It took an hour and a quarter for one topic, and everyone wanted to do another.\n\nNext step: one topic a half-term is rebuilt in this way, each by two people.',
	},
	actions: [
		{
			finding: 1,
			title: 'Rebuild one topic each half-term so that the second visit asks for more',
			owner: 'Gwen Thimbleton',
			due: 200,
			measure: 'Shown both maps, a stranger can tell which is the second.',
			updates: [
				{
					after: 70,
					progress: 'under way',
					words:
						'Rivers and the Romans done. Both now begin with the child’s own old book, to much hilarity.',
				},
				{
					after: 196,
					progress: 'done',
					words:
						'Four topics of nine. We asked a visiting governor to tell first from second and she was right seven times in eight.',
				},
			],
		},
	],
	progress: [
		{ by: 'thimbleton', after: 66, words: 'Two topics rebuilt. It is slow, and the right size for us.' },
	],
	lookBack: {
		host: {
			by: 'thimbleton',
			after: 205,
			answers: {
				applied: 'Four of nine topics rebuilt, with the old books as the way in.',
				further: 'Children have begun to annotate their younger selves.',
				reach: 'whole',
				difference:
					'The oldest work for longer in topic lessons. I can see it from my door. I have no number and am not looking for one.',
				'review-more': 'Nothing for a school of our size.',
			},
		},
		team: {
			by: 'applecart',
			after: 210,
			answers: {
				applied: 'Yes, and steadily.',
				further: 'Owlbeck keeps its topic books now.',
				reach: 'beyond',
				difference: 'The second map showed contour lines, drawn by a child who wanted us to notice.',
				'review-more': 'We should have asked the cook.',
			},
		},
	},
	closed: { by: 'thimbleton', after: 214 },
};
