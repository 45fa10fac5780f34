import { describe, expect, it } from 'vitest';
import { dayWords, instantWords, timeWords } from './day-words.ts';

describe('days as people say them', () => {
	it.each([
		['full', 'Thursday 3 December 2026'],
		['short', 'Thu 3 Dec'],
		['date', '3 December 2026'],
	] as const)('writes a day in the %s style', (style, words) => {
		expect(dayWords('2026-12-03', style)).toBe(words);
	});

	it('leaves what is not a day as it is', () => {
		expect(dayWords('soon')).toBe('soon');
	});

	it.each([
		['09:05', '9.05am'],
		['12:00', '12 noon'],
		['12:30', '12.30pm'],
		['13:00', '1pm'],
		['00:15', '12.15am'],
	])('says %s as %s', (time, words) => {
		expect(timeWords(time)).toBe(words);
	});

	it('tells an instant in London, an hour ahead in summer', () => {
		expect(instantWords('2026-07-01T08:30:00Z')).toBe('Wednesday 1 July 2026, 9.30am');
		expect(instantWords('2026-12-03T08:30:00Z', 'short')).toBe('Thu 3 Dec, 8.30am');
	});
});
