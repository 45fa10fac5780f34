import fc from 'fast-check';
import { expect, test } from 'vitest';
import { londonTime } from '#platform/day.ts';
import { dayBounds, instantOf, minutesOf } from './clock.ts';
import { addDays } from './day.ts';

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
			},
		),
	);
});
