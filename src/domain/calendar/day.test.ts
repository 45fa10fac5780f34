import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '#platform/day.ts';
import { addDays, addMonths, asPeopleSay, daysBetween, mondayOf, parseDay, weekday } from './day.ts';

const anyDay = fc.integer({ min: -20_000, max: 40_000 }).map((count) => addDays('2000-01-01', count));

describe('a day', () => {
	test('exists or is refused', () => {
		expect(isDay('2028-02-29')).toBe(true);
		for (const text of ['2027-02-29', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '', '0000-00-00'])
			expect(isDay(text)).toBe(false);
	});

	test('is read as people write it, day first', () => {
		expect(parseDay(' 3/12/2026 ')).toBe('2026-12-03');
		expect(parseDay('03.12.2026')).toBe('2026-12-03');
		expect(parseDay('31/2/2026')).toBeNull();
		expect(parseDay('next Thursday')).toBeNull();
	});

	test('is said as people say it', () => {
		expect(asPeopleSay('2026-12-03')).toBe('Thursday 3 December 2026');
	});

	test('months end where they end', () => {
		expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
		expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
		expect(addMonths('2027-01-15', -1)).toBe('2026-12-15');
	});

	test('adding and counting undo each other, in order', () => {
		fc.assert(
			fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, count) => {
				const moved = addDays(day, count);
				expect(daysBetween(day, moved)).toBe(count);
				expect(moved > day).toBe(count > 0);
				expect(isDay(moved)).toBe(true);
			}),
		);
	});

	test('weekdays agree with the platform’s own', () => {
		fc.assert(
			fc.property(anyDay, (day) => {
				expect(weekday(day) % 7).toBe(new Date(day).getUTCDay());
				expect(weekday(mondayOf(day))).toBe(1);
			}),
		);
	});
});
