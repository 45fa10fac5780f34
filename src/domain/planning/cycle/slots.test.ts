import { describe, expect, test } from 'vitest';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { schoolCalendar } from '#domain/calendar/school-calendar.ts';
import { cycleAt, nextSpan, overlapping } from './cycle.ts';
import { practiceOf } from './practice.ts';
import { slotsOf } from './slots.ts';
import { calendar, cycle, turn } from './turns.fixture.ts';

const today = '2027-01-20';

describe('slots', () => {
	test('HEP-12 one review each half-term: six slots in the year, those of past half-terms over', () => {
		const turns = [turn('oak', '2026-09-22', { stage: 'closed' }), turn('ash', '2027-03-16')];
		const slots = slotsOf(presetNamed('small').cadence, cycle, calendar, [], turns, today);
		expect(slots.map(({ planned, reviews, over }) => [planned, reviews, over])).toEqual([
			[1, 1, true],
			[0, 1, true],
			[0, 1, false],
			[1, 1, false],
			[0, 1, false],
			[0, 1, false],
		]);
	});

	test('KSA-2 two reviews a term, one per trio: a slot for each trio of the year in each term', () => {
		const trio = (name: string, ...memberIds: string[]) => ({
			id: name,
			name,
			schoolYear: '2026-27',
			memberIds,
		});
		const groups = [
			trio('Brook', 'oak', 'ash'),
			trio('Hill', 'elm'),
			{ ...trio('Old', 'oak'), schoolYear: '2025-26' },
		];
		const turns = [
			turn('oak', '2026-11-10'),
			turn('elm', '2027-06-08'),
			turn('elm', '2026-11-11', { stage: 'cancelled' }),
		];
		const slots = slotsOf(presetNamed('trios').cadence, cycle, calendar, groups, turns, today);
		expect(slots.map(({ group, planned, part }) => [part.name, group, planned])).toEqual([
			['autumn term', 'Brook', 1],
			['autumn term', 'Hill', 0],
			['spring term', 'Brook', 0],
			['spring term', 'Hill', 0],
			['summer term', 'Brook', 0],
			['summer term', 'Hill', 1],
		]);
	});

	test('there are none where each school has its turn', () => {
		expect(slotsOf(presetNamed('family').cadence, cycle, calendar, [], [], today)).toEqual([]);
	});
});

describe('the cycle that would come next', () => {
	const sizes = { lastDay: null, today, schools: 6, largestGroup: 3 };
	const headsMeet = { every: 1, unit: 'terms' } as const;
	test('CEN-1 is the school year where each school is reviewed once a year', () => {
		expect(nextSpan(presetNamed('family').cadence, calendar, { ...sizes, today: '2026-10-01' })).toEqual(
			cycle,
		);
	});
	test('NFS-2 takes four terms where each school is reviewed every four, from the day after the last one', () => {
		const reviews = { kind: 'each school', every: 4, unit: 'terms' } as const;
		const span = nextSpan({ reviews, headsMeet }, calendar, { ...sizes, lastDay: '2026-07-31' });
		expect(span.from).toBe('2026-08-01');
		expect(span.to > '2027-12-01' && span.to < '2028-01-10').toBe(true);
	});
	test('HEP-12 takes as many half-terms as there are schools, a year at least', () => {
		const { cadence } = presetNamed('small');
		expect(nextSpan(cadence, calendar, { ...sizes, today: '2026-10-01' })).toEqual(cycle);
		const nine = nextSpan(cadence, calendar, { ...sizes, schools: 9, today: '2026-10-01' });
		expect(nine.to > '2027-12-01').toBe(true);
	});
	test('begins with the school year, and from its last term on with the next', () => {
		const { cadence } = presetNamed('family');
		expect(nextSpan(cadence, calendar, { ...sizes, today: '2027-03-10' })).toEqual(cycle);
		const next = { from: '2027-08-01', to: '2028-07-31' };
		expect(nextSpan(cadence, calendar, { ...sizes, today: '2027-07-20' })).toEqual(next);
	});
	test('is a school year also where a year has six terms', () => {
		const ends = ['10-20', '12-18', '02-12', '04-01', '05-28', '07-21'];
		const starts = ['09-01', '11-01', '01-04', '02-22', '04-19', '06-07'];
		const terms = starts.map((from, index) => ({
			name: `${index + 1}`,
			from: `${index < 2 ? 2026 : 2027}-${from}`,
			to: `${index < 2 ? 2026 : 2027}-${ends[index]}`,
			break: null,
		}));
		const six = schoolCalendar([{ name: '2026-27', terms, inset: [] }]);
		const asked = { ...sizes, today: '2026-11-29' };
		expect(nextSpan(presetNamed('family').cadence, six, asked)).toEqual(cycle);
		expect(nextSpan(presetNamed('trios').cadence, six, asked)).toEqual(cycle);
	});
	test('is never longer than five years, and begins in sight of today', () => {
		const reviews = { kind: 'each school', every: 9, unit: 'years' } as const;
		const span = nextSpan({ reviews, headsMeet }, calendar, { ...sizes, lastDay: '2012-07-31' });
		expect(span.from > '2026-01-01').toBe(true);
		expect(span.to < '2032-08-01').toBe(true);
	});
});

test('the cycle of a day is the one it lies in, else the next, else the latest', () => {
	const one = { id: '1', from: '2025-08-01', to: '2026-07-31' };
	const two = { id: '2', from: '2026-08-01', to: '2027-07-31' };
	expect(cycleAt([two, one], '2026-01-01')).toBe(one);
	expect(cycleAt([two, one], '2025-01-01')).toBe(one);
	expect(cycleAt([two, one], '2030-01-01')).toBe(two);
	expect(cycleAt([], today)).toBeNull();
	expect(overlapping([one, two], { from: '2026-07-31', to: '2026-07-31' }, '')).toBe(one);
	expect(overlapping([one, two], { from: '2026-07-31', to: '2026-07-31' }, '1')).toBeNull();
});

describe('NFS-2 what happened', () => {
	test('is counted over all cycles: thirteen reviews, four terms between two of a school at the middle', () => {
		const visit = (hostMemberId: string, firstDay: string, kind = 'themed') => ({
			hostMemberId,
			kind,
			firstDay,
		});
		const visits = [
			...['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) => [visit(id, '2024-10-08'), visit(id, '2026-02-10')]),
			visit('g', '2025-11-11'),
		];
		expect(practiceOf(visits, calendar)).toEqual({ held: 13, since: '2024-10-08', terms: 4, again: 6 });
		// A review of another kind in between is no return.
		const desktop = visit('a', '2025-01-14', 'desktop');
		expect(practiceOf([...visits, desktop], calendar)).toMatchObject({ held: 14, terms: 4, again: 6 });
	});
	test('says nothing of intervals before any school had two', () => {
		expect(
			practiceOf([{ hostMemberId: 'a', kind: 'themed', firstDay: '2026-02-10' }], calendar).terms,
		).toBeNull();
		expect(practiceOf([], calendar)).toEqual({ held: 0, since: null, terms: null, again: 0 });
	});
});
