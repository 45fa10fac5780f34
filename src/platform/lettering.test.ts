import { expect, test } from 'vitest';
import { letterAt, nextLetter } from './lettering.ts';

test('KSA-4 lines are lettered A to Z, then AA', () => {
	expect([0, 25, 26, 27, 51, 52, 701, 702].map((index) => letterAt(index))).toEqual([
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
	expect(nextLetter(['a', 'b'], 'a')).toBe('c');
	expect(letterAt(27, 'a')).toBe('ab');
});

test('no two lines share a letter, a thousand lines long', () => {
	expect(new Set(Array.from({ length: 1000 }, (_, index) => letterAt(index))).size).toBe(1000);
});
