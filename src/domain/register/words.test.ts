import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slipsBetween, wordsOf } from './words.ts';

describe('names come to the same words', () => {
	test.each([
		["St. Mary's C of E Pri Sch", 'Saint Marys Church of England Primary School'],
		['St Thomas À Becket R.C. Jnr', 'st thomas a becket Roman Catholic Junior'],
		['Notley CEVC Infants', 'Notley Church of England Voluntary Controlled infant'],
		['The Aldgate & Tower', 'aldgate tower'],
	])('%s', (a, b) => {
		expect(wordsOf(a)).toEqual(wordsOf(b));
	});
	test('nothing is left of marks alone', () => {
		expect(wordsOf(" -- ' . & ")).toEqual([]);
	});
});

describe('slips of the finger', () => {
	test('one letter wrong, missing, too many or swapped is one', () => {
		expect(
			['moulsham', 'moulsam', 'moulshham', 'muolsham', 'moulxham'].map((typed) =>
				slipsBetween(typed, 'moulsham', 2),
			),
		).toEqual([0, 1, 1, 1, 1]);
	});
	test('letters after a beginning cost nothing', () => {
		expect(slipsBetween('mousl', 'moulsham', 1, true)).toBe(1);
		expect(slipsBetween('mousl', 'moulsham', 1)).toBe(2);
	});
	test('are the same counted from either side', () => {
		const word = fc.stringMatching(/^[a-e]{1,7}$/);
		fc.assert(fc.property(word, word, (a, b) => slipsBetween(a, b, 9) === slipsBetween(b, a, 9)));
	});
});
