import type { Story } from '../story.ts';
import { after } from './larkspindle/after.ts';
import { seen } from './larkspindle/seen.ts';

/** The first term of Year 7 at the high school, seen by those who taught the pupils in Year 6. */
export const larkspindle: Story = {
	host: 'larkspindle',
	focus: 'What do pupils stop doing in Year 7 that they could do in Year 6?',
	focusKind: 'current-priority',
	focusSource: 'self-evaluation',
	team: {
		foxglove: 'facilitator',
		lanternby: 'reviewer',
		buttercrane: 'reviewer',
		papermoon: 'expert',
		copperkettle: 'champion',
	},
	meeting: {
		context:
			'Two hundred and ten pupils arrive each September from nineteen primary schools, six of them in our family. Behaviour in Year 7 is good, homework is done, and we suspect that we are asking too little.',
		organisation:
			'Each reviewer follows one Year 7 class for a morning, lesson to lesson. The heads of English, maths and science see the team together at half past one. No display lessons; timetables as they are.',
		hostInObservations: 'no',
	},
	decisions: [
		'Each primary school in the family sends five pieces of Year 6 work, names removed, for the team to carry with them.',
		'Pupils are asked about their old school by someone from another one.',
		'Findings speak of Year 7 as a whole and of no department alone.',
	],
	lines: [
		'Is the work in the first half-term harder, the same or easier than what pupils did in June?',
		'What do teachers know of what each pupil can already do, and do they use it?',
		'What do pupils say has changed in how they are expected to learn?',
	],
	timetable: [
		{
			key: 'welcome',
			kind: 'senior-leaders',
			title: 'Why a high school asked to be looked at by primaries',
			place: 'Conference room',
			from: '08:35',
			to: '09:00',
			who: ['foxglove', 'lanternby', 'buttercrane', 'papermoon', 'quillington'],
			lines: ['A', 'B', 'C'],
		},
		{
			key: 'follow-1',
			kind: 'observation',
			title: 'With one Year 7 class, lessons one to three',
			place: 'Follow the class',
			from: '09:05',
			to: '12:00',
			who: ['lanternby'],
			lines: ['A', 'B'],
		},
		{
			key: 'follow-2',
			kind: 'observation',
			title: 'With another Year 7 class, lessons one to three',
			place: 'Follow the class',
			from: '09:05',
			to: '12:00',
			who: ['buttercrane'],
			lines: ['A', 'B'],
		},
		{
			key: 'books',
			kind: 'books',
			title: 'Work of June and work of November, side by side',
			place: 'Conference room',
			from: '10:00',
			to: '11:30',
			who: ['papermoon', 'foxglove'],
			lines: ['A'],
		},
		{
			key: 'pupils',
			kind: 'pupils',
			title: 'Lunch with twelve pupils',
			place: 'Canteen',
			from: '12:10',
			to: '12:55',
			who: ['papermoon', 'lanternby'],
			lines: ['C'],
		},
		{
			key: 'heads',
			kind: 'subject-leaders',
			title: 'Conversation with three heads of department',
			place: 'Conference room',
			from: '13:30',
			to: '14:15',
			who: ['lanternby', 'buttercrane', 'papermoon'],
			lines: ['B'],
		},
		{
			key: 'sort',
			kind: 'team-time',
			title: 'Sorting what was seen',
			place: 'Conference room',
			from: '14:20',
			to: '15:25',
			who: ['foxglove', 'lanternby', 'buttercrane', 'papermoon'],
			lines: [],
		},
		{
			key: 'feedback',
			kind: 'feedback',
			title: 'Feedback to the headteacher',
			place: 'Conference room',
			from: '15:30',
			to: '16:10',
			who: ['foxglove', 'lanternby', 'buttercrane', 'papermoon', 'quillington'],
			lines: [],
		},
	],
	report: {
		strengths:
			'It takes confidence for a high school to invite three people from primary schools to say what it expects too little of. We were met with it at every door. The canteen deserves a finding of its own.',
		development:
			'We have tried to write both points so that half of each lands on our own desks. If we sent five pieces of work in place of one number, would anyone have time to read them? We think that the answer could be yes, if they came in June and with a cup of tea.',
		questions: 'The pupils at lunch had a list. The library was on it.',
		process:
			'Following a class is tiring and is by far the best way to see a school. Carrying the June work with us changed every conversation. We would ask for one more reviewer.',
	},
	teamComment: {
		by: 'buttercrane',
		words:
			'I have sent a number to this school each July for nine years. I won’t again without a piece of work attached to it.',
	},
	responses: [
		{
			by: 'quillington',
			words:
				'We asked for an honest answer and you gave us one we can use. My heads of department wanted to argue with the fourteen of twenty until they had read them. They don’t now. The library has changed its rule already.',
		},
	],
	...seen,
	...after,
};
