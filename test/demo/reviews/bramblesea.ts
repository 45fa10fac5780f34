import type { Story } from '../story.ts';

/** Attendance, first cycle: nobody has looked back yet. */
export const bramblesea: Story = {
	host: 'bramblesea',
	focus: 'What brings children back after they have been away?',
	focusKind: 'current-priority',
	focusSource: 'data',
	team: {
		foxglove: 'facilitator',
		buttercrane: 'reviewer',
		thimbleton: 'reviewer',
		copperkettle: 'champion',
	},
	meeting: {
		context:
			'Three forms of entry by the harbour. One child in nine misses a day a week or more. We ring on the first day and have run out of ideas for the second.',
		organisation: 'From the gate at a quarter past eight. The family worker gives the team an hour.',
		hostInObservations: 'yes',
	},
	decisions: ['No child’s attendance is looked at by name. The school brings patterns, never lists.'],
	lines: ['What does a child find on the morning they return?', 'What do families say helps?'],
	timetable: [
		{
			key: 'gate',
			kind: 'learning-walk',
			title: 'At the gate',
			place: 'Harbour gate',
			from: '08:30',
			to: '09:05',
			who: ['buttercrane', 'thimbleton', 'saltmarrow'],
			lines: ['A'],
		},
		{
			key: 'worker',
			kind: 'staff',
			title: 'Conversation with the family worker and the office',
			place: 'Family room',
			from: '09:30',
			to: '10:30',
			who: ['foxglove', 'buttercrane'],
			lines: ['A', 'B'],
		},
		{
			key: 'parents',
			kind: 'staff',
			title: 'Coffee with eight parents',
			place: 'Family room',
			from: '10:45',
			to: '11:30',
			who: ['thimbleton', 'foxglove'],
			lines: ['B'],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Office',
			from: '15:15',
			to: '15:50',
			who: ['foxglove', 'buttercrane', 'thimbleton', 'saltmarrow'],
			lines: [],
		},
	],
	evidence: [
		{
			by: 'thimbleton',
			at: '08:52',
			during: 'gate',
			line: 'A',
			source: 'learning-walk',
			kind: 'strength',
			seen: 'Every child who came through the gate was greeted by name, by somebody who seemed pleased.',
			soWhat: 'Nobody can slip in unseen here, in either sense.',
		},
		{
			by: 'buttercrane',
			at: '10:05',
			during: 'worker',
			line: 'A',
			source: 'staff',
			kind: 'development',
			seen: 'A child back after a week goes into whatever lesson is on. There is no agreed way of telling them what they missed.',
			soWhat: 'The first hour back is the hardest, and they have it alone.',
		},
		{
			by: 'thimbleton',
			at: '11:12',
			during: 'parents',
			line: 'B',
			source: 'parent-survey',
			kind: 'note',
			seen: '“When you ring I feel told off. When you text a picture of what they’re making he asks to go.”',
			soWhat: 'Three others at the table had kept such a picture.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'A',
			seen: 'Everyone is met at the gate, by name.',
			effect: 'Children want to have arrived.',
			rests: [0],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'The first hour back in class is left to chance.',
			effect: 'Children who have been away begin a day behind, and feel it.',
			rests: [1],
		},
		{
			kind: 'question',
			line: 'B',
			seen: 'A picture of what is being made brings children back where a call does not.',
			effect: 'What would it take to send one on the second day of every absence?',
			rests: [2],
		},
	],
	report: { process: 'The coffee was the best hour of the day. We should have begun there.' },
	responses: [
		{
			by: 'saltmarrow',
			words: 'We had been measuring the phone calls. Thank you for asking what they are like to receive.',
		},
	],
	workshop: {
		by: 'copperkettle',
		after: 14,
		outcome:
			'Office, family worker and a teacher from each year. A “while you were away” page, one side, kept by two children in each class. A picture home on the second day, sent by the office.',
	},
	actions: [
		{
			finding: 1,
			title: 'A ‘while you were away’ page in every class',
			owner: 'Sunita Marblewood',
			due: 65,
			measure: 'Asked at break, a child on their first day back can say what the class is in the middle of.',
			updates: [
				{
					after: 60,
					progress: 'done',
					by: 'marblewood',
					words:
						'Running everywhere. The children who keep it argue about what matters, which is a history lesson in itself.',
				},
			],
		},
		{
			finding: 2,
			title: 'A picture home on the second day of each absence',
			owner: 'School office',
			due: 120,
			measure: 'Absences of more than two days fall by a fifth against the same term last year.',
			updates: [
				{
					after: 62,
					progress: 'under way',
					words: 'Begun in Years 1 to 3. The office can manage about six a day.',
				},
			],
		},
	],
	progress: [
		{ by: 'saltmarrow', after: 55, words: 'The page works. The pictures work where we manage to send them.' },
	],
	lookBack: {},
};
