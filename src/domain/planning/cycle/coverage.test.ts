import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#domain/calendar/day.ts';
import type { Protocol } from '#domain/protocol/protocol.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import { asksFor, coverageOf, slips, type Deferral } from './coverage.ts';
import { roundsOf } from './rounds.ts';
import type { School, Turn } from './turn.ts';
import { calendar, cycle, school, turn } from './turns.fixture.ts';

const today = '2027-01-20';
const yearly: Protocol['cadence']['reviews'] = { kind: 'each school', every: 1, unit: 'years' };
const whole = roundsOf(presetNamed('family'), cycle, calendar);

interface Given {
	schools: School[];
	turns: Turn[];
	deferrals?: Deferral[];
	reviews?: Protocol['cadence']['reviews'];
	rounds?: typeof whole;
	on?: string;
	over?: typeof cycle;
}
const coverage = ({
	schools,
	turns,
	deferrals = [],
	reviews = yearly,
	rounds = whole,
	on = today,
	over = cycle,
}: Given) =>
	coverageOf(
		{
			...{ cycle: over, schools, turns, deferrals, rounds },
			cadence: { reviews, headsMeet: { every: 1, unit: 'terms' } },
			calendarOf: () => calendar,
		},
		on,
	);
const states = (given: Given) => coverage(given).turns.map(({ state }) => state);

describe('how a school stands in a cycle', () => {
	test('HEP-14 CEN-1 done once the day of a review is over, whatever follows; else planned, or still to plan', () => {
		const schools = ['oak', 'ash', 'elm', 'fir'].map((id) => school(id));
		const turns = [
			turn('oak', '2026-11-10', { stage: 'writing' }),
			turn('ash', '2026-10-05', { stage: 'closed' }),
			turn('elm', '2027-03-02', { stage: 'agreed' }),
		];
		expect(states({ schools, turns })).toEqual(['done', 'done', 'planned', 'to plan']);
		expect(coverage({ schools, turns })).toMatchObject({ done: 2, planned: 1, asked: 4 });
	});

	test('NFS-2 late against the cadence, counted from its last review, and overdue when nothing was planned by then', () => {
		const every = { kind: 'each school', every: 4, unit: 'terms' } as const;
		const schools = [school('oak'), school('ash')];
		const last = (id: string) => turn(id, '2025-10-14', { stage: 'closed' });
		const before = [last('oak'), last('ash')];
		// Four terms after the autumn of 2025 is the spring of 2027.
		const planned = [...before, turn('oak', '2027-06-08')];
		expect(states({ schools, turns: planned, reviews: every })).toEqual(['late', 'to plan']);
		const [, ash] = coverage({ schools, turns: planned, reviews: every }).turns;
		expect(ash).toMatchObject({ lastReviewed: '2025-10-14' });
		expect(ash!.due > '2027-03-01' && ash!.due < '2027-04-15').toBe(true);
		expect(states({ schools, turns: planned, reviews: every, on: '2027-05-04' })).toEqual([
			'late',
			'overdue',
		]);
	});

	test('a review that was put off, called off or has no day says so with its reason, unless another goes ahead', () => {
		const schools = ['oak', 'ash', 'elm'].map((id) => school(id));
		const deferred = { stage: 'deferred', reason: 'Snow' } as const;
		const turns = [
			turn('oak', '2027-01-12', deferred),
			turn('ash', '2027-01-13', { stage: 'cancelled', reason: 'New head' }),
			turn('elm', null, { proposedOn: '2026-12-01' }),
		];
		expect(states({ schools, turns })).toEqual(['put off', 'called off', 'no day']);
		expect(coverage({ schools, turns }).turns[0]!.turn!.reason).toBe('Snow');
		expect(states({ schools, turns: [...turns, turn('oak', '2027-03-02')] })[0]).toBe('planned');
	});

	test('HEP-12 one that was meant for the cycle and has its day after it slips', () => {
		const turns = [turn('oak', '2027-09-20', { proposedOn: '2026-10-01' })];
		expect(states({ schools: [school('oak')], turns })).toEqual(['late']);
	});

	test('NFS-4 a school for which it is not right now is deferred, and a review all the same counts', () => {
		const deferrals = [{ id: 'd', memberId: 'oak', reason: 'Not now', decidedBy: 'Chair', decidedOn: today }];
		const schools = [school('oak')];
		expect(states({ schools, turns: [], deferrals })).toEqual(['deferred']);
		const held = [turn('oak', '2026-11-10', { stage: 'published' })];
		expect(states({ schools, turns: held, deferrals })).toEqual(['done']);
	});

	test('a follow-up review is no school’s turn', () => {
		const turns = [turn('oak', '2026-11-10', { stage: 'closed', afresh: false })];
		expect(states({ schools: [school('oak')], turns })).toEqual(['to plan']);
	});

	test('HEP-1 a school that left is asked nothing, but what was done stays; one that joins in the year is asked', () => {
		const schools = [
			school('gone', { untilDay: '2026-12-18' }),
			school('gone and reviewed', { untilDay: '2026-12-18' }),
			school('joins', { fromDay: '2027-04-19' }),
			school('joins after', { fromDay: '2027-09-01' }),
		];
		const turns = [turn('gone and reviewed', '2026-10-13', { stage: 'closed' })];
		expect(coverage({ schools, turns }).turns.map(({ school: { id }, state }) => [id, state])).toEqual([
			['gone and reviewed', 'done'],
			['joins', 'to plan'],
		]);
		// Looked at years later, a cycle says what was true at its end.
		const later = coverage({
			schools: [school('left later', { untilDay: '2028-01-01' })],
			turns: [],
			on: '2029-01-01',
		});
		expect(later.asked).toBe(1);
	});

	test('CSC-12 CSC-24 an autumn visit and a summer return are a round each, in their own term', () => {
		const rounds = roundsOf(presetNamed('consortium'), cycle, calendar);
		expect(rounds.map(({ from, kind }) => [from, kind])).toEqual([
			['2026-08-01', 'themed'],
			[expect.stringMatching(/^2027-04/), 'follow-up'],
		]);
		const turns = [
			turn('oak', '2026-11-10', { stage: 'closed' }),
			turn('oak', '2027-06-08', { kind: 'follow-up', afresh: false }),
			turn('ash', '2027-02-09', { proposedOn: '2026-09-10' }),
		];
		const schools = [school('oak'), school('ash')];
		expect(states({ schools, turns, rounds })).toEqual(['done', 'late', 'planned', 'to plan']);
		// Held after its term, and within the year, it is done all the same.
		const held = turns.map((one) => ({ ...one, stage: 'closed' as const }));
		expect(states({ schools, turns: held, rounds })).toEqual(['done', 'done', 'done', 'to plan']);
	});

	test('HEP-14 a review serves one round: late for one, it is not planned for the next, too', () => {
		const over = { from: '2026-08-01', to: '2028-07-31' };
		const visits = roundsOf(presetNamed('consortium'), over, calendar).filter(
			({ kind }) => kind === 'themed',
		);
		expect(visits).toHaveLength(2);
		const turns = [turn('oak', '2027-10-14', { proposedOn: '2026-09-10' })];
		const found = coverage({ schools: [school('oak')], turns, rounds: visits, over });
		expect(found.turns.map(({ state }) => state)).toEqual(['overdue', 'planned']);
		expect(found).toMatchObject({ done: 0, planned: 1, asked: 2 });
	});

	test('HEP-12 what has its day after the cycle neither helps to reach its aim nor is done in it', () => {
		const turns = [turn('oak', '2027-09-14', { proposedOn: '2027-05-01' })];
		const schools = [school('oak')];
		expect(coverage({ schools, turns })).toMatchObject({ done: 0, planned: 0, asked: 1 });
		const held = turns.map((one) => ({ ...one, stage: 'closed' as const }));
		const after = coverage({ schools, turns: held, on: '2027-10-01' });
		expect(after).toMatchObject({ done: 0, turns: [{ state: 'late' }] });
	});

	test('is due on a school day', () => {
		const [only] = coverage({ schools: [school('oak')], turns: [] }).turns;
		expect(only!.due).toMatch(/^2027-07-2\d$/);
		expect(states({ schools: [school('oak')], turns: [], on: '2027-07-30' })).toEqual(['overdue']);
	});
});

test('HEP-12 what slips is neither done, nor planned in time, nor has time left', () => {
	const schools = ['oak', 'ash', 'elm'].map((id) => school(id));
	const turns = [
		turn('oak', '2026-11-10', { stage: 'closed' }),
		turn('ash', '2027-01-12', { stage: 'deferred' }),
	];
	expect(slips(coverage({ schools, turns })).map(({ school: { id } }) => id)).toEqual(['ash']);
	expect(slips(coverage({ schools, turns, on: '2027-09-01' })).map(({ school: { id } }) => id)).toEqual([
		'ash',
		'elm',
	]);
});

test('CEN-1 two thirds of 24 are 16, and a share is never rounded down', () => {
	expect(asksFor(24, 66)).toBe(16);
	expect(asksFor(24, 67)).toBe(17);
	expect(asksFor(0, 100)).toBe(0);
});

test('whatever happens, every school that takes part stands once in each round, and the counts add up', () => {
	const day = fc.integer({ min: -700, max: 700 }).map((count) => addDays(today, count));
	const stage = fc.constantFrom<Turn['stage']>(
		'proposed',
		'agreed',
		'writing',
		'closed',
		'deferred',
		'cancelled',
	);
	const some = fc.record({ host: fc.constantFrom('oak', 'ash', 'elm'), day: fc.option(day), stage });
	fc.assert(
		fc.property(fc.array(some, { maxLength: 12 }), day, (given, on) => {
			const turns = given.map(({ host, day: first, stage: reached }) =>
				turn(host, first, { stage: reached }),
			);
			const schools = ['oak', 'ash', 'elm'].map((id) => school(id));
			const found = coverage({ schools, turns, on });
			expect(found.turns.map(({ school: { id } }) => id)).toEqual(['oak', 'ash', 'elm']);
			expect(found.done + found.planned).toBeLessThanOrEqual(found.asked);
			const held = new Set(
				turns
					.filter(
						({ stage: reached, firstDay }) => ['writing', 'closed'].includes(reached) && firstDay !== null,
					)
					.filter(({ firstDay }) => firstDay! >= cycle.from && firstDay! <= cycle.to)
					.map(({ hostMemberId }) => hostMemberId),
			);
			expect(found.done).toBe(held.size);
		}),
		{ numRuns: 200 },
	);
});
