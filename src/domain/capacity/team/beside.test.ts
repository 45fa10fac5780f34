import { expect, test } from 'vitest';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { termsOf } from '../limit/limit.ts';
import type { TimedReview } from '../time/ledger.ts';
import { besideOf, type TeamFacts, type TeamOf } from './beside.ts';

const protocol = presetNamed('family');
const on = {
	...{ terms: termsOf(schoolCalendar(), '2026-27'), today: '2027-01-11' },
	seesLoadOf: (personId: string) => personId !== 'hidden',
};
const review: TeamOf = {
	...{ id: 'this', hostMemberId: 'a', hostName: 'School A', protocol },
	...{ firstDay: '2027-03-09', days: ['2027-03-09', '2027-03-10'] },
};
const held = (id: string, host: string, day: string, people: [string, string][]): TimedReview => ({
	...{ id, hostMemberId: host, hostName: `School ${host.toUpperCase()}`, firstDay: day, lastDay: day },
	...{ protocolVersionId: 'v', kind: 'k', days: [day] },
	team: people.map(([personId, memberId]) => ({ personId, name: personId, role: 'reviewer', memberId })),
});
const facts: TeamFacts = {
	reviews: [
		held('planned', 'c', '2027-05-04', [['head b', 'b']]),
		held('visit', 'b', '2026-03-10', [['head a', 'a']]),
		held('autumn', 'c', '2026-11-10', [['head b', 'b']]),
		held('long ago', 'c', '2024-11-12', [['head b', 'b']]),
	],
	posts: [
		{ personId: 'head b', role: 'headteacher', memberId: 'b' },
		{ personId: 'head c', role: 'headteacher', memberId: 'c' },
	],
	trained: [{ trainingId: 't', personId: 'head b', role: 'reviewer', day: '2022-01-10', what: '', by: '' }],
	limits: [{ personId: 'head b', daysATerm: null, daysAYear: 3, version: 1 }],
	days: [{ personId: 'head c', day: '2027-03-09', kind: 'cannot' }],
};
const beside = (personId: string, asked: 'reviewer' | null = null, of = facts) =>
	besideOf(of, review, on)({ personId, asked });

test('CSC-19 NFS-4 beside a person stand their days of their limit, the teams they have been on and their training', () => {
	expect(beside('head b')).toEqual({
		load: '2 days in 2026-27, of at most 3 a school year',
		experience: 'has been on 2 teams',
		training: ['refresher as reviewer due'],
		warnings: ['a return visit: School A reviewed School B in March 2026', 'would go over their limit'],
	});
	expect(beside('head c')).toEqual({
		load: 'no days in 2026-27, of at most 4 a school year',
		experience: 'new to reviewing',
		training: ['not trained as reviewer yet'],
		warnings: ['can’t on Tuesday 9 March 2027'],
	});
});

test('CSC-19 the days of this review count once: for whoever could join beside, for whoever is on it among theirs', () => {
	const on3 = { ...facts, reviews: [...facts.reviews.slice(0, 3)], limits: [] };
	expect(beside('head b', null, on3).warnings).not.toContain('would go over their limit');
	const here = { ...held('this', 'a', '2027-03-09', [['head b', 'b']]), days: [...review.days] };
	const joined = { ...facts, reviews: [here, ...facts.reviews] };
	expect(beside('head b', 'reviewer', joined)).toMatchObject({
		load: '4 days in 2026-27, of at most 3 a school year',
		experience: 'has been on 2 teams',
		warnings: [expect.stringContaining('return visit'), 'over their limit'],
	});
});

test('NFS-4 a return visit is one within the year before, not one after it or longer ago', () => {
	const at = (day: string) => ({
		...facts,
		reviews: [held('visit', 'b', day, [['head a', 'a']])],
	});
	const warned = (day: string) => beside('head b', null, at(day)).warnings.length > 0;
	expect([warned('2026-03-09'), warned('2026-03-10'), warned('2027-03-09'), warned('2027-03-11')]).toEqual([
		...[false, true, true, false],
	]);
});

test('CEN-6 beside a champion stands how often they were one, beside a reviewer who is one both', () => {
	const led = { ...facts.reviews[3]!, id: 'led' };
	led.team = [{ personId: 'champ', name: 'champ', role: 'champion', memberId: 'c' }];
	const of = {
		...facts,
		reviews: [led, ...facts.reviews],
		posts: [...facts.posts, { personId: 'champ', role: 'champion' as const, memberId: 'c' }],
	};
	expect(beside('champ', null, of).experience).toBe('has been champion once');
	const both = {
		...of,
		posts: [...of.posts, { personId: 'head b', role: 'champion' as const, memberId: 'b' }],
	};
	expect(beside('head b', null, both).experience).toBe('has been on 2 teams; new to leading workshops');
	const asked = besideOf(of, review, on)({ personId: 'champ', asked: 'champion' });
	expect(asked.experience).toBe('has been champion once');
});

test('of somebody from elsewhere no training is said to be missing', () => {
	expect(beside('guest')).toMatchObject({ training: [], warnings: [] });
});

test('NFS-26 whoever is on another team that day is warned of, a champion and whoever is on this one are not', () => {
	const there = held('there', 'c', '2027-03-10', [['head b', 'b']]);
	const of = { ...facts, reviews: [there, held('this', 'a', '2027-03-10', [['head b', 'b']])], limits: [] };
	expect(beside('head b', 'reviewer', of).warnings).toEqual([
		'on the team at School C on Wednesday 10 March 2027',
	]);
	expect(besideOf(of, review, on)({ personId: 'head b', asked: 'champion' }).warnings).toEqual([]);
	const leads = { ...there, team: [{ ...there.team[0]!, role: 'champion' as const }] };
	expect(beside('head b', null, { ...of, reviews: [leads] }).warnings).toEqual([]);
	const before = held('before', 'c', '2027-03-08', [['head b', 'b']]);
	expect(beside('head b', null, { ...of, reviews: [before] }).warnings).toEqual([]);
});

test('NFS-26 a day that does not suit is no matter where the review pauses for a holiday', () => {
	const days = ['2027-03-08', '2027-03-09', '2027-03-11'].map((day) => ({
		...{ personId: 'head c', day, kind: 'cannot' as const },
	}));
	expect(beside('head c', null, { ...facts, days }).warnings).toEqual(['can’t on Tuesday 9 March 2027']);
});

test('CSC-19 how much somebody gives, and whether it is too much, is said to those alone who may know it', () => {
	const of = {
		...facts,
		reviews: [held('autumn', 'c', '2026-11-10', [['hidden', 'b']])],
		limits: [{ personId: 'hidden', daysATerm: 0, daysAYear: 0, version: 1 }],
	};
	for (const asked of [null, 'reviewer'] as const)
		expect(beside('hidden', asked, of)).toMatchObject({
			load: null,
			experience: 'has been on one team',
			warnings: [],
		});
});
