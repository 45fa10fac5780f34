import type { Day, DayActivity, DayPiece } from './day.ts';

export const reviewDay = '2026-11-19';

export const piece = (more: Partial<DayPiece> = {}): DayPiece => ({
	id: 'p1',
	authorId: 'ines',
	author: 'Ines Coble',
	activityId: null,
	lineId: 'a',
	source: 'books',
	kind: 'strength',
	seen: 'Replies in green pen.',
	soWhat: 'They act on it.',
	contradictsHost: false,
	outsideFocus: false,
	pupilYear: '',
	pupilWords: false,
	recordedAt: `${reviewDay}T10:00:00.000Z`,
	version: 1,
	withdrawn: null,
	citedBy: 0,
	shown: null,
	changedSinceShown: false,
	photos: [],
	...more,
});

export const activity = (more: Partial<DayActivity> = {}): DayActivity => ({
	id: 'x1',
	kind: 'scrutiny',
	title: 'Year 5 books',
	place: 'Library',
	day: reviewDay,
	starts: '09:00',
	ends: '10:00',
	people: [{ id: 'ines', name: 'Ines Coble' }],
	lines: [{ id: 'a', letter: 'A' }],
	...more,
});

/** A day with lines A and B, three sources and two people, nothing planned and nothing seen yet. */
export const exampleDay = (more: Partial<Day> = {}): Day => ({
	reviewId: 'r',
	news: 1,
	personId: 'ines',
	hostName: 'Fernmarsh',
	focus: 'Do pupils use feedback?',
	heldAs: 'day',
	vocabulary: [],
	firstDay: reviewDay,
	lastDay: reviewDay,
	plans: true,
	columns: { seen: 'Seen', soWhat: 'So what' },
	kinds: [
		{ value: 'strength', label: 'Strength' },
		{ value: 'question', label: 'Question' },
	],
	sources: [
		{ value: 'books', label: 'Books' },
		{ value: 'voice', label: 'Talking with pupils' },
		{ value: 'lesson', label: 'Lesson observation' },
	],
	lines: [
		{ id: 'a', letter: 'A', question: 'Do they reply?', origin: 'planned', suggestionsAsked: false },
		{ id: 'b', letter: 'B', question: 'Do they know why?', origin: 'emerged', suggestionsAsked: false },
	],
	activities: [],
	team: [
		{ id: 'ines', name: 'Ines Coble', role: 'facilitator' },
		{ id: 'tove', name: 'Tove Marsh', role: 'reviewer' },
	],
	bounds: [],
	readers: [] as unknown as Day['readers'],
	takesPhotos: true,
	outsideFocusAllowed: true,
	keepsApart: true,
	daysOnDevice: 7,
	shows: true,
	onlyShown: false,
	captures: true,
	closed: null,
	pace: [],
	evidence: [],
	...more,
});
