import type { Story } from '../story.ts';

/** Second cycle: published, with the workshop held and the first action planned. */
export const owlbeckAgain: Story = {
	host: 'owlbeck',
	focus: 'Can children at the end of Year 2 do what our junior school will expect of them?',
	focusKind: 'confirm',
	focusSource: 'data',
	team: { foxglove: 'facilitator', thimbleton: 'reviewer', buttercrane: 'reviewer', marblewood: 'champion' },
	meeting: {
		context:
			'Nearly all our children cross the road to Quillhaven. We judge them in June and Quillhaven judges them again in September, and the two do not agree.',
		organisation: 'A morning at Owlbeck in Year 2, an hour across the road in Year 3.',
		sinceLast: 'Writing in every corner has lasted and is how Year 1 works now.',
		hostInObservations: 'no',
	},
	decisions: ['Quillhaven opens its Year 3 books to the team, though it is not the school under review.'],
	lines: ['Do the two schools mean the same by the words they use?', 'What do children think has changed?'],
	takesUp: { A: 'a', B: 'b' },
	timetable: [
		{
			key: 'year2',
			kind: 'books',
			title: 'Year 2 books of last June',
			place: 'Library',
			from: '09:15',
			to: '10:45',
			who: ['thimbleton', 'buttercrane'],
			lines: ['A'],
		},
		{
			key: 'year3',
			kind: 'books',
			title: 'The same children’s Year 3 books, across the road',
			place: 'Quillhaven',
			from: '11:15',
			to: '12:15',
			who: ['thimbleton', 'buttercrane', 'foxglove'],
			lines: ['A'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'Six Year 3 pupils come back for lunch',
			place: 'Hall',
			from: '12:30',
			to: '13:10',
			who: ['foxglove', 'thimbleton'],
			lines: ['B'],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Office',
			from: '15:10',
			to: '15:45',
			who: ['foxglove', 'thimbleton', 'buttercrane', 'applecart'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'thimbleton',
			at: '10:10',
			during: 'year2',
			line: 'A',
			source: 'work-scrutiny',
			kind: 'strength',
			year: 'Year 2',
			seen: 'Judgements in June are sound: we placed eighteen of twenty pieces where the school had.',
			soWhat: 'The disagreement with Quillhaven is not about generosity.',
		},
		{
			by: 'buttercrane',
			at: '11:50',
			during: 'year3',
			line: 'A',
			source: 'work-scrutiny',
			kind: 'development',
			year: 'Year 3',
			seen: 'Owlbeck means “can do it with a word bank on the table”. Quillhaven means “does it from memory in September”. Both write “secure”.',
			soWhat: 'One word, two meanings, and a road between them.',
		},
		{
			by: 'foxglove',
			at: '12:52',
			during: 'pupils',
			line: 'B',
			source: 'pupils',
			kind: 'note',
			year: 'Year 3',
			seen: '“At infants the words are on the wall. At juniors the wall is for pictures.”',
			soWhat: 'The children had found the answer before us.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'A',
			seen: 'Owlbeck’s judgements are careful and hold when others repeat them.',
			effect: 'Teachers and parents can rely on them.',
			rests: [0],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'The two schools use the same words for different things.',
			effect: 'Children seem to slip back over the summer when it is the ruler that has changed.',
			rests: [1, 2],
		},
	],
	report: {
		questions:
			'Might the words stay on the wall in Year 3 until half-term, and come down in Year 2 after Easter?',
		process: 'Crossing the road was the review. More reviews should cross something.',
	},
	responses: [
		{
			by: 'applecart',
			words: 'We have blamed the summer holiday for eleven years. I have apologised to it.',
		},
	],
	workshop: {
		by: 'marblewood',
		after: 12,
		outcome:
			'Year 2 and Year 3 teachers of both schools in one room. They rewrote four words: secure, independent, fluent, neat. The last caused the longest debate.',
	},
	actions: [
		{
			finding: 1,
			title: 'One page with Quillhaven: what our four words mean, with a piece of work for each',
			owner: 'Edie Papermoon',
			due: 90,
			measure: 'Given ten pieces, teachers of both schools use the same word for at least eight.',
			updates: [
				{
					after: 24,
					progress: 'under way',
					by: 'papermoon',
					words: 'Draft with pieces for three of four words. “Neat” is still under discussion.',
				},
			],
		},
	],
	progress: [],
	lookBack: {},
};
