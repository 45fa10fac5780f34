import { expect, test } from 'vitest';
import { letterAt, nextLetter } from './letters.ts';

test('KSA-4 lines are lettered A to Z, then AA', () => {
	expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterAt)).toEqual([
		'A',
		'Z',
		'AA',
		'AB',
		'AZ',
		'BA',
		'ZZ',
		'AAA',
	]);
});

test('a letter that was used is not given again, and gaps are filled first', () => {
	expect(nextLetter([])).toBe('A');
	expect(nextLetter(['A', 'B'])).toBe('C');
	expect(nextLetter(['B'])).toBe('A');
});

test('no two lines share a letter, a thousand lines long', () => {
	expect(new Set(Array.from({ length: 1000 }, (_, index) => letterAt(index))).size).toBe(1000);
});
