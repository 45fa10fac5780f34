import type { Story } from '../story.ts';

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
	evidence: [
		{
			by: 'lanternby',
			at: '09:32',
			during: 'follow-1',
			line: 'A',
			source: 'observation',
			kind: 'development',
			year: 'Year 7',
			seen: 'English: a page on where full stops go. Eleven of the class had, in the pile I carried, work with semicolons that did their job.',
			soWhat: 'Pupils were patient. They finished early and asked what the school uniform rule was on socks.',
		},
		{
			by: 'buttercrane',
			at: '09:40',
			during: 'follow-2',
			line: 'A',
			source: 'observation',
			kind: 'strength',
			year: 'Year 7',
			seen: 'Science: a proper burner within five minutes, and a teacher who said “you’ve measured before, so show me how”.',
			soWhat:
				'New equipment and old knowledge met in one sentence. Every pair had a table of results with units.',
		},
		{
			by: 'lanternby',
			at: '10:41',
			during: 'follow-1',
			line: 'B',
			source: 'observation',
			kind: 'note',
			year: 'Year 7',
			seen: 'Maths began with a test “to see where you are”. It was the third this term, one in each subject so far.',
			soWhat: 'Where they are was sent by us in July. Either it did not arrive or nobody trusts it.',
		},
		{
			by: 'papermoon',
			at: '10:48',
			during: 'books',
			line: 'A',
			source: 'work-scrutiny',
			kind: 'development',
			seen: 'Of twenty pairs of writing, the November piece is shorter in fourteen and plainer in twelve.',
			soWhat: 'They have not forgotten how. They have worked out what is wanted.',
		},
		{
			by: 'foxglove',
			at: '11:05',
			during: 'books',
			line: 'A',
			source: 'work-scrutiny',
			kind: 'strength',
			seen: 'In history the November work is longer, stranger and better than anything in the June pile. Pupils argue with a source and sign their name to it.',
			soWhat: 'So it can be done in the first half-term, in this school, with these pupils.',
		},
		{
			by: 'buttercrane',
			at: '11:32',
			during: 'follow-2',
			line: 'B',
			source: 'observation',
			kind: 'question',
			year: 'Year 7',
			seen: 'A pupil who ran the library at her primary school asked at the desk whether she might help. “Year 9 and up.”',
			soWhat: 'What responsibilities did each of them have in June? Who could know?',
		},
		{
			by: 'papermoon',
			at: '12:28',
			during: 'pupils',
			line: 'C',
			source: 'pupils',
			kind: 'note',
			year: 'Year 7',
			seen: '“In Year 6 you were the oldest and they gave you keys. Now you have to ask to go through a door.”',
			soWhat: 'Said with a laugh, and then a pause.',
		},
		{
			by: 'lanternby',
			at: '12:36',
			during: 'pupils',
			line: 'C',
			source: 'pupils',
			kind: 'strength',
			year: 'Year 7',
			seen: 'All twelve could name an adult they would go to. Several named the same person in the canteen.',
			soWhat: 'The welcome is real. Pupils feel safe here, and nothing we say below should put that at risk.',
		},
		{
			by: 'lanternby',
			at: '13:52',
			during: 'heads',
			line: 'B',
			source: 'leaders',
			kind: 'development',
			differs: true,
			seen: 'The school believes that primary information is used to plan Year 7. Two of three departments had not opened it by October; the third had, and found one number for each pupil.',
			soWhat: 'We send a number because a number is asked for. Both ends of this are ours to mend.',
		},
		{
			by: 'buttercrane',
			at: '14:05',
			during: 'heads',
			line: 'A',
			source: 'leaders',
			kind: 'note',
			seen: '“We go back to the start so that nobody is left behind.”',
			soWhat: 'A generous reason, and it costs the many something each day until Christmas.',
		},
	],
	findings: [
		{
			kind: 'strength',
			line: 'C',
			seen: 'Pupils settle fast, feel known and have somebody to go to.',
			effect: 'They are ready to be stretched within weeks.',
			rests: [7],
		},
		{
			kind: 'strength',
			line: 'A',
			seen: 'Where teachers begin from what pupils can do, as in science and history, the work is better than in June.',
			effect: 'Pupils in those lessons talk about the subject, and in others about the school.',
			rests: [1, 4],
		},
		{
			kind: 'development',
			line: 'A',
			seen: 'In the first half-term much of the work repeats Year 5 and 6.',
			effect: 'Pupils write less and more plainly than they did in June, because that is what is asked for.',
			rests: [0, 3, 9],
		},
		{
			kind: 'development',
			line: 'B',
			seen: 'What primary schools know reaches Year 7 as one number, late, and is then tested again.',
			effect:
				'Teachers begin blind and pupils prove again what they proved in May. This belongs to both sides.',
			rests: [2, 8],
		},
		{
			kind: 'question',
			line: 'C',
			seen: 'Pupils who carried keys and ran things in June carry nothing in September.',
			effect: 'What could a Year 7 pupil be trusted with in the first week?',
			rests: [5, 6],
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
	workshop: {
		by: 'copperkettle',
		after: 10,
		outcome:
			'Twenty-six staff from nine departments, and four Year 6 teachers from the family’s primary schools, whose coming was the best decision we made.\n\nEach table had one pupil’s June piece and one from November, unnamed. The question: “what should this pupil’s second lesson here be?”\n\nAgreed:\n– English and maths begin Year 7 with a piece of work that goes on from June’s, not back from it.\n– Five pieces of work and three sentences a pupil replace the number, handed over in person on an afternoon in late June.\n– One test in September, not three, shared by the departments.\n\nStill open: who covers that afternoon. Offers of help from two primaries.',
	},
	actions: [
		{
			finding: 3,
			title: 'A handover afternoon in late June: work and three sentences a pupil in place of a number',
			owner: 'Femi Quillington',
			due: 215,
			measure:
				'By the second week of September every Year 7 teacher of English and maths can say one thing that each pupil in front of them could do in June.',
			updates: [
				{
					after: 90,
					progress: 'under way',
					words:
						'Date agreed with all six primaries of the family. The other thirteen schools have been asked; eight have said yes.',
				},
				{
					after: 214,
					progress: 'done',
					words:
						'Held. Loud, useful, and forty minutes too short. We did not reach every pupil of the schools outside the family and say so.',
				},
			],
		},
		{
			finding: 2,
			title: 'New first units in English and maths that go on from Year 6',
			owner: 'Heads of English and maths',
			due: 240,
			measure:
				'In a repeat of the comparison, November’s work is as long and as rich as June’s in at least fifteen pairs of twenty.',
			updates: [
				{
					after: 120,
					progress: 'under way',
					words:
						'English has a draft, written with two Year 6 teachers. Maths is a month behind, having lost a colleague at Easter.',
				},
				{
					after: 236,
					progress: 'under way',
					words: 'English taught since September. Maths begins after half-term and asks for the time.',
					movedTo: 300,
				},
				{
					after: 298,
					progress: 'done',
					words: 'Comparison repeated by two visitors: seventeen of twenty in English, twelve in maths.',
				},
			],
		},
		{
			finding: 4,
			title: 'Year 7 pupils take on real tasks from their first week',
			owner: 'Joss Featherby',
			due: 60,
			measure: 'By October half of Year 7 hold a task that others would notice if it were left undone.',
			updates: [
				{
					after: 25,
					progress: 'under way',
					by: 'featherby',
					words:
						'The library was first: nineteen applied, all were taken on. Opening hours have doubled as a side effect.',
				},
				{
					after: 58,
					progress: 'done',
					by: 'featherby',
					words:
						'A hundred and twelve pupils hold a task. The bins in the lower yard have never been emptied with such ceremony.',
				},
			],
		},
	],
	progress: [
		{
			by: 'quillington',
			after: 63,
			words:
				'The tasks for Year 7 took a fortnight. The units take a year. I would ask the primaries to hold us to the second.',
		},
	],
	lookBack: {
		host: {
			by: 'quillington',
			after: 310,
			answers: {
				applied:
					'Handover in person, one test where there were three, and new first units in English and maths. Tasks for Year 7 from their first week.',
				further:
					'Geography and languages have rewritten their first half-term without being asked. Attendance in Year 7’s autumn term is the highest we have had.',
				reach: 'whole',
				difference:
					'In the repeated comparison English held or gained in seventeen pairs of twenty, maths in twelve. Pupils say lessons are “harder but shorter”; the lessons are the same length.',
				'review-more':
					'You saw two classes of seven. A second day would have shown whether they were typical. I think they were.',
				worked: 'Reviewers from another phase. They did not know what is normal here, and so they asked.',
				'did-not': 'Schools outside the family. We have no way yet to bring them in.',
			},
		},
		team: {
			by: 'lanternby',
			after: 316,
			answers: {
				applied:
					'More than we dared to put in writing. And at our end: Quillhaven’s Year 6 now ends with a piece meant to be read by strangers.',
				further:
					'Teachers of Years 6 and 7 ring each other. That was not an action; it came of the afternoon in June.',
				reach: 'beyond',
				difference:
					'My own former pupils told me, at the summer fair, that they were tired. I took it as a compliment to Larkspindle.',
				'review-more': 'We left special educational needs to one conversation. It deserved a line.',
				worked: 'Carrying the children’s June work from room to room.',
			},
		},
	},
	closed: { by: 'foxglove', after: 330 },
};
