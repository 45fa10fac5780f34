import { describe, expect, test } from 'vitest';
import { schoolCalendar, yearNamed } from '#domain/calendar/school-calendar.ts';
import { presetNamed } from '#domain/protocol/presets/presets.fixture.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { whatFollows } from '#domain/review/following.ts';
import { fallingBadly } from './falls-badly.ts';

const { provisional: _, ...year } = yearNamed(schoolCalendar(), '2026-27');
const calendar = schoolCalendar([{ ...year, inset: ['2027-02-26', '2027-03-05'] }], ['2027-03-10']);
const trios = presetNamed('trios');
const primary = [{ low: 4, high: 11 }];

type Stages = Protocol['stages'];
const after = (
	amount: number,
	unit: Stages[number]['when']['offset']['unit'],
	more: object = {},
): Protocol => {
	const stage = trios.stages.find(({ together }) => together)!;
	const when = { anchor: 'last day' as const, offset: { amount, unit } };
	return { ...trios, stages: [{ ...stage, title: 'Come back', when, ...more }] };
};
const said = (protocol: Protocol, day: string, ages = primary) => {
	const follows = whatFollows(protocol, '2026-09-01');
	const kind = protocol.kinds[0]!.key;
	return fallingBadly(follows(calendar, kind, { firstDay: day, lastDay: day }), calendar, ages);
};

describe('what follows a review falls badly', () => {
	test('in a test week of the host, counted in school weeks by the protocol; not where nobody sits the test', () => {
		const workshop = trios.stages.find(({ done }) => done === 'workshop held')!;
		// The staff meeting is three school weeks later.
		expect(said(trios, '2027-04-19')).toEqual([
			`“${workshop.title}” would fall on Monday 10 May 2027, when the host has the Key Stage 2 tests.`,
		]);
		expect(said(trios, '2027-04-19', [{ low: 4, high: 7 }])).toEqual([]);
		expect(said(trios, '2027-04-26')).toEqual([]);
	});

	test('in a holiday or on a bank holiday, where the protocol counts by the calendar on the wall', () => {
		expect(said(after(3, 'calendar weeks'), '2027-03-15')).toEqual([
			expect.stringMatching(/^“Come back” would fall on Monday 5 April 2027, in the holiday between /),
		]);
		expect(said(after(2, 'calendar weeks'), '2027-02-01')).toEqual([
			'“Come back” would fall on Monday 15 February 2027, in the spring half-term holiday.',
		]);
		expect(said(after(2, 'calendar weeks'), '2027-04-19')).toEqual([
			'“Come back” would fall on Monday 3 May 2027, a bank holiday.',
		]);
	});

	test('on an INSET day, but for a workshop, to which staff come; at a weekend it is the Friday before that counts', () => {
		expect(said(after(1, 'calendar weeks'), '2027-02-26')).toEqual([
			'“Come back” would fall on Friday 5 March 2027, an INSET day.',
		]);
		expect(said(after(8, 'days'), '2027-02-26')).toEqual([
			'“Come back” would fall on Friday 5 March 2027, an INSET day.',
		]);
		expect(said(after(1, 'calendar weeks', { done: 'workshop held' }), '2027-02-26')).toEqual([]);
	});

	test('when the heads meet, unless it is at their meeting', () => {
		expect(said(after(1, 'weeks'), '2027-03-03')).toEqual([
			'“Come back” would fall on Wednesday 10 March 2027, when the heads meet.',
		]);
		const when = { anchor: 'next heads’ meeting', offset: { amount: 0, unit: 'days' } };
		expect(said(after(0, 'days', { when }), '2027-03-03')).toEqual([]);
	});

	test('only where people come together or look back, and the kind of review has it', () => {
		const late = { together: false, done: 'actions planned' };
		expect(said(after(2, 'calendar weeks', late), '2027-04-19')).toEqual([]);
		expect(said(after(2, 'calendar weeks', { ...late, done: 'looked back' }), '2027-04-19')).toHaveLength(1);
		const [kind, ...kinds] = trios.kinds;
		const without = after(2, 'calendar weeks');
		const { key } = without.stages[0]!;
		expect(said({ ...without, kinds: [{ ...kind!, without: [key] }, ...kinds] }, '2027-04-19')).toEqual([]);
	});
});
