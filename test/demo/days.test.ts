import { expect, test } from 'vitest';
import { daysOf, weekdayFrom } from './days.ts';

test.each([
	['2026-11-23', 0, '2026-11-23', 1],
	['2026-11-22', 0, '2026-11-20', 2],
	['2026-12-25', 0, '2026-12-18', 2],
	['2026-11-23', -112, '2024-09-30', 1],
	['2026-11-23', 4, '2027-01-04', 1],
])('on %s, %i weeks away, a review is on %s for %i days', (today, weeks, day, days) => {
	expect(daysOf(today, weeks)).toEqual({ day, days });
});

test('nothing happens on a weekend', () => {
	expect([4, 5, 6, 7].map((count) => weekdayFrom('2026-11-23', count))).toEqual([
		'2026-11-27',
		'2026-11-27',
		'2026-11-27',
		'2026-11-30',
	]);
});
