import { describe, expect, test } from 'vitest';
import { coverageOf } from './coverage.ts';
import { aboutOf, placesLeft, standsOn, yearGroupsInWords, type JointEvent } from './model.ts';
import { closedInWords, warnedDays } from './warnings.ts';
import { moderatedInWords, moderatedRefusal } from './write-up.ts';

const event = (more: Partial<JointEvent> = {}): JointEvent => ({
	...{
		id: 'one',
		kind: 'moderation',
		title: 'Writing',
		words: '',
		fromDay: '2026-11-12',
		toDay: '2026-11-12',
	},
	...{ fromTime: null, toTime: null, atMemberId: null, atMemberName: null, place: '', yearGroups: ['5'] },
	...{ themeId: null, themeName: null, subject: '', ledBy: null, leader: 'A speaker', leaderSchools: '' },
	...{
		leaderMemberIds: [],
		leaderLeft: false,
		speaker: 'A speaker',
		bring: '',
		places: null,
		taken: 0,
		forWhom: 'all',
	},
	...{ groupId: null, groupName: null, invitedIds: [], plannedBy: '', version: 1, calledOff: null },
	...{ writtenUp: false, ...more },
});

test.each([
	[[], ''],
	[['R'], 'Reception'],
	[['5'], 'Year 5'],
	[['4', '1', '3'], 'Years 1, 3 and 4'],
	[['10', 'R', '2'], 'Reception, Years 2 and 10'],
])('year groups %j are said as “%s”', (groups, words) => {
	expect(yearGroupsInWords(groups)).toBe(words);
});

test('what an event is about, in few words', () => {
	expect(aboutOf({ yearGroups: ['5'], themeName: 'Writing', subject: 'poems' })).toBe(
		'Year 5, Writing, poems',
	);
	expect(aboutOf({ yearGroups: [], themeName: null, subject: '' })).toBe('');
});

test('where an event stands in time', () => {
	const days = { fromDay: '2026-11-12', toDay: '2026-11-19' };
	expect(['2026-11-11', '2026-11-12', '2026-11-19', '2026-11-20'].map((day) => standsOn(days, day))).toEqual([
		...['ahead', 'on', 'on', 'over'],
	]);
});

test('places that are left are never below none, and not counted where it is open', () => {
	expect(placesLeft({ places: 3, taken: 1 })).toBe(2);
	expect(placesLeft({ places: 3, taken: 5 })).toBe(0);
	expect(placesLeft({ places: null, taken: 5 })).toBeNull();
});

describe('HEP-9 how the moderation of each year group stands', () => {
	const today = '2026-11-20';
	const said = (events: JointEvent[]) =>
		Object.fromEntries(
			coverageOf(events, today).map(({ yearGroup, held, planned }) => [
				yearGroup,
				[held.map(({ id }) => id), planned.map(({ id }) => id)],
			]),
		);
	test('Year 5 held, Years 1, 3 and 4 planned, the others neither', () => {
		const later = { id: 'later', fromDay: '2027-03-04', toDay: '2027-03-04', yearGroups: ['1', '3', '4'] };
		const planned = [[], ['later']];
		const none = [[], []];
		expect(said([event(), event(later)])).toEqual({
			...{ R: none, 1: planned, 2: none, 3: planned, 4: planned, 5: [['one'], []], 6: none },
		});
	});
	test('what is no moderation or was called off counts as nothing; a later year stands where it has something', () => {
		const off = event({ calledOff: { because: 'Snow', at: '' } });
		expect(said([off, event({ kind: 'CPD' })])['5']).toEqual([[], []]);
		expect(Object.keys(said([]))).toHaveLength(7);
		expect(said([event({ yearGroups: ['9'] })])['9']).toEqual([['one'], []]);
	});
});

describe('what speaks against its days', () => {
	test('is said of a short event day by day, and of a long one not at all', () => {
		expect(warnedDays({ fromDay: '2026-11-12', toDay: '2026-11-13' })).toEqual(['2026-11-12', '2026-11-13']);
		expect(warnedDays({ fromDay: '2026-11-12', toDay: '2027-03-12' })).toEqual([]);
	});
	test('names the schools, or all of them', () => {
		const closed = (name: string) => ({ day: '2026-11-12', name, closed: 'an INSET day' });
		expect(closedInWords([closed('Owl'), closed('Fern')], 3)).toEqual([
			'Thursday 12 November 2026 is an INSET day at Owl, Fern.',
		]);
		expect(closedInWords([closed('Owl'), closed('Fern')], 2)).toEqual([
			'Thursday 12 November 2026 is an INSET day at every school invited.',
		]);
		expect(closedInWords([closed('Owl')], 1)).toEqual(['Thursday 12 November 2026 is an INSET day at Owl.']);
	});
});

test('HEP-9 figures of a moderation: no more judgements change than pieces are looked at', () => {
	expect(moderatedRefusal({ looked: 3, changed: 3 })).toBeNull();
	expect(moderatedRefusal({ looked: null, changed: null })).toBeNull();
	expect(moderatedRefusal({ looked: 3, changed: 4 })).toMatch(/No more judgements/);
	expect(moderatedRefusal({ looked: null, changed: 1 })).toMatch(/how many pieces/);
	expect(moderatedInWords({ looked: 24, changed: 3 })).toBe('24 pieces looked at, 3 judgements changed');
	expect(moderatedInWords({ looked: 1, changed: 0 })).toBe('1 piece looked at, no judgement changed');
});
