import { expect, test } from 'vitest';
import { thenAndNow, type Asked } from './then-and-now.ts';

const asked = (lineId: string | null, more: object = {}): Asked<never> => ({
	lineId,
	letter: lineId ?? '',
	question: '',
	findings: [],
	...more,
});
const now = (lineId: string | null, earlierLineId: string | null = null) => ({
	...asked(lineId),
	earlierLineId,
});
const pairs = (...both: Parameters<typeof thenAndNow>) =>
	thenAndNow(...both).map(({ earlier, now }) => [earlier?.lineId, now?.lineId]);

test('CSC-12 what is asked again stands beside what was asked then, whatever its letter and words are now', () => {
	expect(pairs([asked('A'), asked('B')], [now('x', 'B'), now('y', 'A')])).toEqual([
		['A', 'y'],
		['B', 'x'],
	]);
});

test('CSC-12 what is asked for the first time comes next, and what is not asked again is not lost', () => {
	expect(pairs([asked('A'), asked('B'), asked(null)], [now('x'), now('y', 'B'), now(null)])).toEqual([
		['B', 'y'],
		[undefined, 'x'],
		['A', undefined],
		[null, null],
	]);
	expect(pairs([asked('A')], [])).toEqual([['A', undefined]]);
	expect(pairs([], [])).toEqual([]);
});
