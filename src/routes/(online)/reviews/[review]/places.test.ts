import { expect, test } from 'vitest';
import { englishYear } from '#domain/calendar/english-year.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import * as review from '#domain/review/facts.example.ts';
import type { Facts } from '#domain/review/facts.ts';
import { timeline } from '#domain/review/timeline.ts';
import { railOf } from './places.ts';

const calendar = schoolCalendar([2025, 2026, 2027].map(englishYear));
const seen = {
	id: 'r',
	seesPreparation: true,
	plans: true,
	heldAs: 'day' as const,
	onTeam: true,
	bound: true,
	hostHead: false,
	readsDraft: true,
	roles: ['reviewer'],
	reads: {
		evidence: true,
		findings: true,
		report: true,
		workshop: false,
		actions: false,
		lookBack: false,
	},
};
const rail = (facts: Facts, today: string) =>
	railOf(seen, timeline(presetNamed('family'), facts, calendar, today), today);
const on = (facts: Facts, today: string, state = 'now') =>
	rail(facts, today)
		.filter((place) => place.state === state)
		.map(({ label }) => label);

test('the rail goes with the course, from the first day to the last', () => {
	expect(on(review.proposed, '2026-09-15')).toEqual(['Prepare']);
	expect(on(review.prepared, '2026-11-12')).toEqual(['Day']);
	expect(on(review.prepared, '2026-11-19')).toEqual(['Day', 'Findings', 'Report', 'Workshop']);
	expect(on(review.prepared, '2026-11-20')).toEqual(['Findings', 'Report', 'Workshop']);
	expect(on(review.published, '2026-11-26')).toEqual(['Workshop']);
	expect(on(review.followedUp, '2026-12-08')).toEqual(['Actions']);
	expect(on(review.lookedBack, '2027-06-18', 'done')).toEqual([
		...['Prepare', 'Day', 'Findings', 'Report', 'Workshop'],
	]);
	expect(on(review.closed, '2027-06-21', 'done')).toHaveLength(7);
});

test('what was left undone holds nobody back once a later place is done', () => {
	const late = { ...review.prepared, planAgreedOn: null };
	expect(on(late, '2026-11-18')).toEqual(['Prepare']);
	expect(on(late, '2026-11-20', 'done')).toEqual(['Prepare', 'Day']);
});

test('a place that is not done says by when', () => {
	const notes = Object.fromEntries(
		rail(review.prepared, '2026-11-20').map(({ label, note }) => [label, note]),
	);
	expect(notes).toMatchObject({ Prepare: undefined, Report: 'by Thu 26 Nov', Workshop: 'by Thu 3 Dec' });
	expect(rail(review.prepared, '2026-11-27').find(({ label }) => label === 'Report')?.note).toBe('overdue');
});

test('where a review stands still nothing is on', () => {
	const standstill = { kind: 'deferred', reason: 'Snow.', on: '2026-11-01' } as const;
	expect(on({ ...review.prepared, standstill }, '2026-11-02', 'later')).toHaveLength(7);
});

test('a host whose protocol keeps the draft from them finds no way to it before there is something to read', () => {
	const host = { ...seen, onTeam: false, hostHead: true, readsDraft: false, roles: ['host head'] };
	const opened = (reads: Partial<typeof seen.reads>) =>
		railOf({ ...host, reads: { ...seen.reads, evidence: false, ...reads } }, [], '2026-11-20').flatMap(
			({ label, href }) => (href ? [label] : []),
		);
	expect(opened({ findings: false, report: false })).toEqual(['Prepare', 'Workshop', 'Actions', 'Look-back']);
	expect(opened({})).toEqual(['Prepare', 'Findings', 'Report', 'Workshop', 'Actions', 'Look-back']);
});
