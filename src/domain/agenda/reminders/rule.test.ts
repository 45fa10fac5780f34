import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBankHoliday } from '#domain/calendar/bank-holidays.ts';
import { instantOf } from '#domain/calendar/clock.ts';
import { addDays, daysBetween, weekday } from '#domain/calendar/day.ts';
import { wallTimeAt } from '#domain/calendar/wall-time.fixture.ts';
import { londonTime } from '#platform/day.ts';
import { mayRemind, newlyTold, toTell, type Choice, type Item, type Told } from './rule.ts';

const thing = (key: string, due: string, state: string): Item => ({ about: 'r', key, due, state });
const at = (day: string, time = '07:30') => instantOf(day, time);
// A Thursday.
const today = '2026-11-26';

test('what is overdue and what is due within a week is told, what comes later or was optional is not', () => {
	const items = [
		thing('report', '2026-11-20', 'overdue'),
		thing('response', '2026-12-03', 'due'),
		thing('workshop', '2026-12-04', 'due'),
		thing('optional', '2026-11-20', 'due'),
		{ about: 'r', key: 'open', due: null, state: 'waiting' },
	];
	expect(toTell(items, [], at(today), 'daily').map(({ key, kind }) => [key, kind])).toEqual([
		['report', 'overdue'],
		['response', 'due soon'],
	]);
});

test.each([
	['before seven in winter', '2026-11-26T06:59:00Z', false],
	['seven in winter', '2026-11-26T07:00:00Z', true],
	['before seven in summer, though it is later in Greenwich than it looks', '2026-07-01T05:59:00Z', false],
	['seven in summer', '2026-07-01T06:00:00Z', true],
	['six in the evening in summer', '2026-07-01T17:00:00Z', false],
	['a Saturday', '2026-11-28T10:00:00Z', false],
	['a bank holiday', '2026-12-25T10:00:00Z', false],
])('no letter goes at night or on a day off: %s', (_, instant, may) => {
	expect(mayRemind(new Date(instant))).toBe(may);
});

test('weekly means Mondays, or the day after a bank holiday; none means none', () => {
	const items = [thing('report', '2026-11-20', 'overdue')];
	expect(toTell(items, [], at('2026-11-30'), 'weekly')).toHaveLength(1);
	expect(toTell(items, [], at('2026-12-01'), 'weekly')).toEqual([]);
	expect(toTell(items, [], at('2026-12-29'), 'weekly')).toHaveLength(1);
	expect(toTell(items, [], at(today), 'none')).toEqual([]);
});

test('a thing that moves to another day is told anew; the same on the same day is not', () => {
	const before: Told[] = [
		{ about: 'r', key: 'report', due: '2026-11-30', kind: 'due soon', on: '2026-11-25' },
	];
	expect(toTell([thing('report', '2026-11-30', 'due')], before, at(today), 'daily')).toEqual([]);
	expect(toTell([thing('report', '2026-12-01', 'due')], before, at(today), 'daily')).toHaveLength(1);
	expect(
		toTell([{ ...thing('report', '2026-11-30', 'due'), about: 's' }], before, at(today), 'daily'),
	).toHaveLength(1);
});

/** Things with a day and the day on which they are done, if ever; the server looks at any time of day or night. */
const story = fc.record({
	from: fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-05', count)),
	things: fc.array(
		fc.record({
			due: fc.integer({ min: -20, max: 50 }),
			doneAfter: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
		}),
		{ maxLength: 6 },
	),
	looks: fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 1439 })), {
		maxLength: 40,
	}),
	choice: fc.constantFrom<Choice>('daily', 'weekly', 'none'),
});
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** Every letter that goes: its instant and what it tells, as the job would send them. */
function tell({ from, things, looks, choice }: Story, everyMorning: boolean) {
	const instants = looks.map(([after, minute]) => instantOf(addDays(from, after), wallTimeAt(minute)));
	if (everyMorning) for (let after = 0; after <= 60; after++) instants.push(at(addDays(from, after)));
	const told: Told[] = [];
	const letters: { now: Date; telling: ReturnType<typeof toTell<Item>>; toldBefore: Told[] }[] = [];
	for (const now of instants.toSorted((a, b) => a.getTime() - b.getTime())) {
		const { day } = londonTime(now);
		const items = things.flatMap(({ due, doneAfter }, index) => {
			const on = addDays(from, due);
			if (doneAfter !== null && day >= addDays(from, doneAfter)) return [];
			return [thing(String(index), on, on < day ? 'overdue' : daysBetween(day, on) <= 14 ? 'due' : 'later')];
		});
		const telling = toTell(items, told, now, choice);
		if (telling.length === 0) continue;
		letters.push({ now, telling, toldBefore: [...told] });
		for (const { about, key, due, kind } of newlyTold(telling, told))
			told.push({ about, key, due, kind, on: day });
	}
	return { letters, told };
}

test('letters go on working days from seven to six by London’s clocks, and one a day or a week at most', () => {
	fc.assert(
		fc.property(story, fc.boolean(), (one, everyMorning) => {
			const { letters } = tell(one, everyMorning);
			if (one.choice === 'none') expect(letters).toEqual([]);
			const days = letters.map(({ now }) => londonTime(now).day);
			for (const { now } of letters) {
				const { day, time } = londonTime(now);
				expect(weekday(day) <= 5 && !isBankHoliday(day) && time >= '07:00' && time < '18:00').toBe(true);
			}
			for (const [index, day] of days.entries()) {
				const next = days[index + 1];
				if (next) expect(daysBetween(day, next)).toBeGreaterThanOrEqual(one.choice === 'weekly' ? 6 : 1);
			}
		}),
	);
});

test('no letter goes without something in it that was not told, or not for a week; what is done is told no more', () => {
	fc.assert(
		fc.property(story, (one) => {
			const { letters, told } = tell(one, true);
			for (const { now, telling, toldBefore } of letters) {
				const { day } = londonTime(now);
				expect(
					telling.some(({ key, due, kind }) => {
						const same = toldBefore.filter((t) => t.key === key && t.due === due);
						if (kind !== 'still overdue') return !same.some((t) => t.kind === kind);
						return same.every(({ on }) => daysBetween(on, day) >= 6);
					}),
				).toBe(true);
				for (const { key } of telling) {
					const { doneAfter } = one.things[Number(key)]!;
					if (doneAfter !== null) expect(day < addDays(one.from, doneAfter)).toBe(true);
				}
			}
			const once = told
				.filter(({ kind }) => kind !== 'still overdue')
				.map((t) => `${t.key} ${t.due} ${t.kind}`);
			expect(new Set(once).size).toBe(once.length);
		}),
	);
});

test('whoever is reminded daily is told of everything overdue on the next working day, and again each week until it is done', () => {
	fc.assert(
		fc.property(story, (one) => {
			const { letters } = tell({ ...one, choice: 'daily' }, true);
			for (const [index, { due, doneAfter }] of one.things.entries()) {
				const end = addDays(one.from, Math.min(doneAfter ?? 61, 61));
				const told = letters
					.filter(({ telling }) =>
						telling.some(({ key, kind }) => key === String(index) && kind !== 'due soon'),
					)
					.map(({ now }) => londonTime(now).day);
				let before = '';
				for (
					let expected = firstMorning(addDays(one.from, Math.max(0, due + 1)));
					expected < end;
					expected = firstMorning(addDays(before, 7))
				) {
					const last = told.findLast((day) => day > before && day <= expected);
					expect(last, `thing ${index} by ${expected}`).toBeDefined();
					before = last!;
				}
			}
		}),
	);
});

/** The first day on which letters may go, from a day on. */
function firstMorning(day: string): string {
	let one = day;
	while (!mayRemind(at(one))) one = addDays(one, 1);
	return one;
}
