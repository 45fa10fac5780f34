import fc from 'fast-check';
import { expect, test } from 'vitest';
import { londonTime } from '#platform/day.ts';
import { addMinutes, dayBounds, instantOf, minutesOf } from './clock.ts';
import { addDays, dayOf, weekday } from './day.ts';
import { wallTimeAt } from './wall-time.fixture.ts';

test('a quarter past nine is another instant in summer than in winter', () => {
	expect(instantOf('2026-10-23', '09:15').toISOString()).toBe('2026-10-23T08:15:00.000Z');
	expect(instantOf('2026-10-26', '09:15').toISOString()).toBe('2026-10-26T09:15:00.000Z');
	expect(londonTime(new Date('2026-07-01T23:30:00Z'))).toEqual({ day: '2026-07-02', time: '00:30' });
});

test('the night the clocks change: the hour that happens twice is its first, the hour that does not moves on', () => {
	expect(instantOf('2026-10-25', '01:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
	expect(londonTime(instantOf('2027-03-28', '01:30'))).toEqual({ day: '2027-03-28', time: '02:30' });
});

test('days last 23, 24 or 25 hours', () => {
	const hours = (day: string) => {
		const { from, to } = dayBounds(day);
		return (to.getTime() - from.getTime()) / 3_600_000;
	};
	expect([hours('2027-03-28'), hours('2026-12-03'), hours('2026-10-25')]).toEqual([23, 24, 25]);
});

test('around each change of the clocks from 2020 to 2035 wall times come back, and later ones are later', () => {
	const lastSunday = (year: number, month: number) => {
		const last = dayOf(year, month, 31);
		return addDays(last, -(weekday(last) % 7));
	};
	const change = fc
		.tuple(fc.integer({ min: 2020, max: 2035 }), fc.constantFrom(3, 10))
		.map(([year, month]) => lastSunday(year, month));
	const minutes = fc.integer({ min: -12 * 60, max: 36 * 60 });
	const wall = (sunday: string, count: number) => {
		const day = addDays(sunday, Math.floor(count / (24 * 60)));
		return { day, time: wallTimeAt(((count % (24 * 60)) + 24 * 60) % (24 * 60)) };
	};
	fc.assert(
		fc.property(change, minutes, minutes, (sunday, one, other) => {
			const [at, then] = [wall(sunday, one), wall(sunday, other)];
			const [instant, second] = [instantOf(at.day, at.time), instantOf(then.day, then.time)];
			const skipped = sunday.slice(5, 7) === '03' && one >= 60 && one < 120;
			const shown = londonTime(instant);
			expect(shown).toEqual(skipped ? { day: sunday, time: wallTimeAt(one + 60) } : at);
			const bothReal =
				sunday.slice(5, 7) === '10' || [one, other].every((count) => count < 60 || count >= 120);
			if (bothReal && one < other) expect(instant.getTime()).toBeLessThan(second.getTime());
		}),
		{ numRuns: 1000 },
	);
});

test('every wall time of the school day comes back as it went in', () => {
	const days = fc.integer({ min: 0, max: 7000 }).map((count) => addDays('2015-01-01', count));
	const twoDigits = (count: number) => String(count).padStart(2, '0');
	fc.assert(
		fc.property(
			days,
			fc.integer({ min: 2, max: 23 }),
			fc.integer({ min: 0, max: 59 }),
			(day, hour, minute) => {
				const time = `${twoDigits(hour)}:${twoDigits(minute)}`;
				expect(londonTime(instantOf(day, time))).toEqual({ day, time });
				expect(minutesOf(time)).toBe(hour * 60 + minute);
				expect(addMinutes('00:00', minutesOf(time))).toBe(time);
				expect(addMinutes(time, 24 * 60)).toBe('23:59');
			},
		),
	);
});
