import type { Story } from '../story.ts';

/** Behaviour at playtime, first cycle; the host's look-back is overdue. */
export const quillhaven: Story = {
	host: 'quillhaven',
	focus: 'Why do afternoons begin so slowly?',
	focusKind: 'current-priority',
	focusSource: 'self-evaluation',
	team: { foxglove: 'facilitator', applecart: 'reviewer', quillington: 'reviewer', featherby: 'champion' },
	meeting: {
		context:
			'Lessons after lunch lose ten minutes to what happened at lunch. Staff have tried three systems of cards in two years.',
		organisation:
			'The team comes at half past eleven and stays outside for the whole of lunch, whatever the weather.',
		hostInObservations: 'no',
	},
	decisions: ['Midday staff are invited to the feedback and paid for the time.'],
	lines: ['What happens between twelve and ten past one?', 'What do adults do that helps?'],
	timetable: [
		{
			key: 'lunch',
			kind: 'learning-walk',
			title: 'The whole of lunch',
			place: 'Hall and playground',
			from: '11:55',
			to: '13:10',
			who: ['applecart', 'quillington', 'foxglove'],
			lines: ['A', 'B'],
		},
		{
			key: 'midday',
			kind: 'staff',
			title: 'Conversation with midday staff',
			place: 'Hall',
			from: '13:15',
			to: '13:45',
			who: ['foxglove', 'applecart'],
			lines: ['B'],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to headteacher and midday staff',
			place: 'Hall',
			from: '15:30',
			to: '16:00',
			who: ['foxglove', 'applecart', 'quillington', 'lanternby'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'quillington',
			at: '12:20',
			during: 'lunch',
			line: 'A',
			source: 'learning-walk',
			kind: 'development',
			seen: 'The football pitch is the whole of the middle of the playground. Everyone else walks round the edge, in one direction, like a prison film.',
			soWhat: 'Most quarrels began where the walkers met the ball.',
		},
		{
			by: 'applecart',
			at: '12:41',
			during: 'lunch',
			line: 'B',
			source: 'learning-walk',
			kind: 'strength',
			seen: 'One of the midday staff begins a skipping game each day and walks away after three minutes. It goes on without her.',
			soWhat: 'Forty children, one rope, no quarrels.',
		},
		{
			by: 'foxglove',
			at: '13:30',
			during: 'midday',
			line: 'B',
			source: 'staff',
			kind: 'development',
			seen: 'Nobody had ever asked the midday staff about the card systems. They learned of each from the children.',
			soWhat: 'The people who see it all have had no part in any of the remedies.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'B',
			seen: 'Where an adult starts a game and leaves it, children keep it going.',
			effect: 'Whole corners of the playground look after themselves.',
			rests: [1],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'Football takes the middle, and the rest of the school goes round it.',
			effect: 'The same collision happens each day and is carried into lessons.',
			rests: [0],
		},
		{
			kind: 'development',
			line: 'B',
			seen: 'Midday staff are told of remedies and not asked.',
			effect: 'What they know about lunch is not used.',
			rests: [2],
		},
	],
	report: { questions: 'Who owns the middle?', process: 'It rained. We stayed, and it helped.' },
	responses: [
		{
			by: 'lanternby',
			words:
				'Three systems of cards and the answer was to move the goalposts. I shall be telling that one against myself for years.',
		},
	],
	workshop: {
		by: 'featherby',
		after: 9,
		outcome:
			'Midday staff, teachers and six pupils with a map of the playground and cut-out goals. The pitch moved to the far side, at right angles. The skipping corner got a second rope. Midday staff now meet the deputy on the first Friday of each month.',
	},
	actions: [
		{
			finding: 1,
			title: 'Move the pitch, and mark out three places for games',
			owner: 'Premises manager',
			due: 40,
			measure: 'Lessons begin within three minutes of the bell in at least four of five classes.',
			updates: [
				{
					after: 38,
					progress: 'done',
					words: 'Moved over a weekend. Four of five in the first week, five of five since, except in snow.',
				},
			],
		},
		{
			finding: 2,
			title: 'Monthly meeting with the midday staff',
			owner: 'Deputy headteacher',
			due: 60,
			measure: 'Anything new at lunch has been talked over with the midday staff beforehand.',
			updates: [
				{
					after: 57,
					progress: 'under way',
					words: 'Two meetings held. The third fell to a staff absence and has not been made up.',
				},
			],
		},
	],
	progress: [
		{
			by: 'lanternby',
			after: 50,
			words:
				'The goalposts moved. The meetings have begun, and need more of my attention than they are getting.',
		},
	],
	impact: [
		{
			after: 62,
			heading: 'planning',
			action: 0,
			words:
				'Lunch is planned with the people who run it, so afternoons begin calmly. Nobody has counted the minutes since.',
		},
	],
	lookBack: {
		team: {
			by: 'quillington',
			after: 260,
			answers: {
				applied: 'The pitch was moved within five weeks.',
				further: 'We would like to hear about the monthly meetings.',
				reach: 'parts',
				difference: 'Afternoon lessons began on time on the day I called in.',
				'review-more': 'We agreed no date for coming back, and it shows.',
			},
		},
	},
};
