import { expect, test } from 'vitest';
import { mostDaysWalked, recursOn, type Recurrence } from './recurrence.ts';

const during = { from: '2026-11-01', to: '2027-01-31' };
const rule = (freq: string, more: Partial<Recurrence> = {}): Recurrence => ({
	...{ freq, interval: 1, count: null, until: null, byDay: [], byMonthDay: [], more: false, ...more },
});
const days = (start: string, how: Recurrence) => recursOn(start, how, during, { days: mostDaysWalked });

test('what repeats by weeks and days comes on its weekdays, at its distance, so many times', () => {
	expect(days('2026-10-20', rule('WEEKLY', { interval: 2, until: '2026-12-01' }))).toEqual([
		'2026-11-03',
		'2026-11-17',
		'2026-12-01',
	]);
	expect(days('2026-10-26', rule('WEEKLY', { byDay: ['MO', 'FR'], count: 5 }))).toEqual([
		...['2026-11-02', '2026-11-06', '2026-11-09'],
	]);
	expect(days('2026-11-28', rule('DAILY', { byDay: ['TU'], until: '2026-12-08' }))).toEqual([
		...['2026-12-01', '2026-12-08'],
	]);
	expect(days('2026-10-30', rule('DAILY', { interval: 45 }))).toEqual(['2026-12-14', '2027-01-28']);
});

test('what repeats by months and years comes on its date, or its weekday of the month, counted from either end', () => {
	expect(days('2026-08-31', rule('MONTHLY'))).toEqual(['2026-12-31', '2027-01-31']);
	expect(days('2026-09-01', rule('MONTHLY', { byDay: ['1TU', '-1FR'] }))).toEqual([
		...['2026-11-03', '2026-11-27', '2026-12-01', '2026-12-25', '2027-01-05', '2027-01-29'],
	]);
	expect(days('2026-09-01', rule('MONTHLY', { interval: 2, byMonthDay: [15, -1] }))).toEqual([
		...['2026-11-15', '2026-11-30', '2027-01-15', '2027-01-31'],
	]);
	expect(days('2024-12-24', rule('YEARLY', { interval: 2 }))).toEqual(['2026-12-24']);
	expect(days('2025-12-24', rule('YEARLY', { interval: 2 }))).toEqual([]);
});

test('a rule with more to it is taken for something that happens once', () => {
	expect(days('2026-11-03', rule('MONTHLY', { more: true }))).toEqual(['2026-11-03']);
	expect(days('2026-10-03', rule('HOURLY'))).toEqual([]);
});
