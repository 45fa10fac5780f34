import type { Evidence, Finding } from './reviewing.ts';

/**
 * What the Chelmsford case study tells of the review at Moulsham Junior in autumn 2016: the focus, the team, the strengths
 * and areas for development, the figures by year. The facts are the study's, the words our own, and so are the names of
 * people and the year groups by which pupils are told.
 */
export const focus = 'Insisting on consistency';

export const lines = [
	'Do our shared expectations of teaching show in every classroom?',
	'How well do heads of year know and lead their year groups?',
	'Do marking and displays help pupils to get further?',
] as const;

const consistency: Evidence = {
	seen: 'The same expectations of leaders, teachers and pupils in all rooms visited, each teacher in their own style.',
	soWhat: 'Pupils know what learning asks of them and get on with it.',
	source: 'Learning walk',
	kind: 'Strength',
	line: 'A',
	during: 'Learning walk',
};
const adultsHelp: Evidence = {
	seen: 'Teachers and learning support assistants help us learn. That is the best of this school.',
	soWhat: 'Pupils feel supported.',
	source: 'Talking with pupils',
	kind: 'Strength',
	line: 'A',
	pupilOf: 'Year 5',
};
const penPassport: Evidence = {
	seen: 'You get a pen passport when your writing has gone up a step.',
	soWhat: 'Pupils see their own progress.',
	source: 'Talking with pupils',
	kind: 'Strength',
	line: 'A',
	pupilOf: 'Year 4',
};
const headsOfYear: Evidence = {
	seen: 'Heads of year could say what was done, what came of it so far, and what their team does next.',
	soWhat: 'Improvement goes on in cycles and is led at every level.',
	source: 'Talking with leaders',
	kind: 'Strength',
	line: 'B',
};
const marking: Evidence = {
	seen: 'Some books are marked too much, with general praise; pupils do not always answer, nor is their answer seen.',
	soWhat: 'Marking takes time and does not always move pupils on, in maths less than in English.',
	source: 'Looking at pupils’ work',
	kind: 'Area for development',
	line: 'C',
};
const workingWalls: Evidence = {
	seen: 'Some working walls were out of date or hard to read from the tables.',
	soWhat: 'Pupils did not turn to them when they were stuck.',
	source: 'Lesson observation',
	kind: 'Area for development',
	line: 'C',
};

/** By who captures it. */
export const evidence = {
	first: [consistency, adultsHelp, penPassport],
	second: [headsOfYear, marking, workingWalls],
};

export const findings: readonly Finding[] = [
	{
		kind: 'Strength',
		line: 'A',
		seen: 'Leaders at all levels have brought in a consistent approach with care, and left teachers room for their own style.',
		effect: 'Pupils are supported to make progress and take part in their learning.',
		evidence: [consistency.seen, adultsHelp.seen, penPassport.seen],
	},
	{
		kind: 'Strength',
		line: 'B',
		seen: 'Heads of year know their year groups well and are ambitious for the school.',
		effect: 'They can name what their team must do next.',
		evidence: [headsOfYear.seen],
	},
	{
		kind: 'Area for development',
		line: 'C',
		seen: 'Marking is not yet consistent within year groups, and is stronger in English than in maths.',
		effect: 'Pupils do not always respond, so the time spent on it brings too little.',
		evidence: [marking.seen],
	},
	{
		kind: 'Area for development',
		line: 'C',
		seen: 'Working walls and other supports for learning are many single things rather than one clear set.',
		effect: 'Pupils do not use them as well as they could.',
		evidence: [workingWalls.seen],
	},
];

/** Percent reaching the standard in reading, writing and maths, as the school itself tells it. */
export const ownFigures = [
	{ year: '2014', value: '68', pupils: '144', comment: 'The new headteacher’s first year.' },
	{ year: '2015', value: '68', pupils: '141', comment: 'The year of the restructure.' },
	{ year: '2016', value: '52', pupils: '150', comment: 'New tests; the Year 6 lead was acting deputy.' },
	{ year: '2017', value: '72', pupils: '147', comment: 'Year 6 lead back in role, deputy back from leave.' },
] as const;

/** The story of the school: two reviews in two years, the second by nearly the same team. The study gives the season only. */
export const earlierReviews = [
	{ day: '2016-11-15', marked: 'November 2016', focus: 'Insisting on consistency' },
	{ day: '2017-11-14', marked: 'November 2017', focus: 'How well do we reshape the learning?' },
] as const;

/** What the pre-review meeting settled. */
export const meeting = {
	reviewOn: 'in a fortnight',
	texts: {
		'What should the team know about the school as it is now?':
			'An inspection found leadership and behaviour good, teaching and outcomes not yet. A document now says what we expect.',
		'How will the day run, and who else takes part?':
			'Learning walks with heads of year, then pupils and books.',
		'What will the school send beforehand, and by when?': 'The consistency document, a week before.',
		'When does the host introduce the day, and when do we talk it over?':
			'At a quarter to nine, and at three.',
		'What report do we expect, from whom?': 'Strengths and areas for development, by the team.',
	},
	picks: {
		'Will the host headteacher join the observations?': 'Some of them',
		'Have we talked through what stays confidential, and its limits?': 'Yes',
	},
};

export const hostLooksBack = {
	texts: {
		'What has been done about the findings?': 'Feedback follows one short policy.',
		'What has changed or grown since?': 'Maths books look like English books.',
		'What difference has it made for pupils or staff, and how do you know?':
			'Pupils answer; teachers go home earlier.',
		'How could the review itself have done more?': 'More time with the newest teachers.',
	},
	picks: { 'How far has it spread?': 'The whole school' },
};

export const teamLooksBack = {
	texts: {
		'What has been done about the findings?': 'What we saw on our return: one policy, in use.',
		'What has changed or grown since?': 'We took the pen passport home.',
		'What difference has it made for pupils or staff, and how do you know?': 'Our own pupils ask for theirs.',
		'How could the review itself have done more?': 'Book time should be longer.',
	},
	picks: { 'How far has it spread?': 'Other schools too' },
};
