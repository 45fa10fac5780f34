import type { Story } from '../../story.ts';

/** What became of it. */
export const after: Pick<Story, 'workshop' | 'actions' | 'progress' | 'lookBack' | 'closed'> = {
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
