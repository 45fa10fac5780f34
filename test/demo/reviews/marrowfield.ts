import type { Story } from '../story.ts';
import { after } from './marrowfield/after.ts';
import { seen } from './marrowfield/seen.ts';

/** Reasoning in mathematics at Marrowfield. */
export const marrowfield: Story = {
	host: 'marrowfield',
	focus: 'When children explain their thinking in maths, does anything change because of it?',
	focusKind: 'current-priority',
	focusSource: 'data',
	team: {
		foxglove: 'facilitator',
		inkwell: 'reviewer',
		saltmarrow: 'reviewer',
		wintergreen: 'expert',
		marblewood: 'champion',
	},
	meeting: {
		context:
			'Two forms of entry, a nursery, and a staff in which nobody has taught for more than six years except the deputy. Arithmetic is solid. On the papers that ask for reasons our children lose marks they should have.',
		organisation:
			'Everything happens in maths lessons before lunch, which the school has moved for the day. The maths leader walks with the team for the first hour and teaches for the second.',
		hostInObservations: 'some',
		support: 'A look at how other schools use teaching assistants during whole-class talk.',
	},
	decisions: [
		'The team sees the last ten minutes of lessons as well as the first ten.',
		'The head joins one observation, in Year 4, so that he can compare notes with the team afterwards.',
	],
	lines: [
		'What do teachers do with an explanation once a child has given it?',
		'Who explains, and who doesn’t?',
		'Does the written work show the thinking that we hear?',
	],
	timetable: [
		{
			key: 'welcome',
			kind: 'senior-leaders',
			title: 'Welcome, and why this question',
			place: 'Head’s room',
			from: '08:40',
			to: '09:05',
			who: ['foxglove', 'inkwell', 'saltmarrow', 'wintergreen', 'hedgepath'],
			lines: ['A', 'B', 'C'],
		},
		{
			key: 'lower',
			kind: 'observation',
			title: 'Maths in Years 1 to 3',
			place: 'Ground floor',
			from: '09:10',
			to: '10:20',
			who: ['inkwell', 'foxglove'],
			lines: ['A', 'B'],
		},
		{
			key: 'upper',
			kind: 'observation',
			title: 'Maths in Years 4 to 6',
			place: 'First floor',
			from: '09:10',
			to: '10:20',
			who: ['saltmarrow', 'wintergreen'],
			lines: ['A', 'B'],
		},
		{
			key: 'leader',
			kind: 'subject-leaders',
			title: 'Conversation with the maths leader',
			place: 'Music room',
			from: '10:40',
			to: '11:15',
			who: ['wintergreen', 'inkwell'],
			lines: ['A', 'C'],
		},
		{
			key: 'books',
			kind: 'books',
			title: 'Maths books of three children from each class',
			place: 'Music room',
			from: '11:20',
			to: '12:10',
			who: ['saltmarrow', 'wintergreen', 'inkwell'],
			lines: ['C'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'Two groups with their books',
			place: 'Hall',
			from: '13:00',
			to: '13:40',
			who: ['inkwell', 'saltmarrow'],
			lines: ['B', 'C'],
		},
		{
			key: 'assistants',
			kind: 'staff',
			title: 'Conversation with five teaching assistants',
			place: 'Staffroom',
			from: '13:00',
			to: '13:40',
			who: ['foxglove', 'wintergreen'],
			lines: ['B'],
		},
		{
			key: 'sort',
			kind: 'team-time',
			title: 'Sorting and writing',
			place: 'Music room',
			from: '13:50',
			to: '15:10',
			who: ['foxglove', 'inkwell', 'saltmarrow', 'wintergreen'],
			lines: [],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Head’s room',
			from: '15:15',
			to: '15:55',
			who: ['foxglove', 'inkwell', 'saltmarrow', 'wintergreen', 'hedgepath'],
			lines: [],
		},
	],
	report: {
		strengths:
			'Marrowfield’s classrooms are safe places in which to be wrong, and that took years to make. The maths leader’s response to our count, to fetch a clipboard and come with us, told us more than any document could.',
		development:
			'Both points can be worked at without new resources. We would begin with the second: decide beforehand what would be worth stopping the lesson for. Who speaks may follow by itself.',
		process:
			'Moving the lessons made a compact morning. Seeing the ends of lessons was worth the walking about. We ran twenty minutes late all day and the maths leader had no break; that is ours to put right.',
	},
	responses: [
		{
			by: 'hedgepath',
			words:
				'I joined you in Year 4 and wrote “lovely explanations” in my notes. So had the lesson. I have told the staff this story twice now and it has done more than I could have by being right. Thank you for the count, and for doing it a second time with us.',
		},
	],
	...seen,
	...after,
};
