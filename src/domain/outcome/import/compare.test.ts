import { expect, test } from 'vitest';
import { closed, compare, stampOf } from './compare.ts';
import { keyOf } from '../said.ts';
import type { Statement } from './statements.ts';

const statement = (changes: Partial<Statement>): Statement =>
	({
		...{
			schoolId: 'a',
			measure: 'phonics expected',
			group: 'all',
			year: '2025-26',
			value: 50,
			pupils: null,
			few: false,
		},
		...changes,
	}) as Statement;

const held = (value: number, pupils: number | null, few = false) => ({ value, pupils, few, statedAt: null });
const against = (...of: [Statement, ReturnType<typeof held> | typeof closed][]) =>
	new Map(of.map(([one, was]) => [keyOf(one), was]));

test('CSC-8 a figure that changes keeps how many pupils it is about where the file does not say', () => {
	const before = statement({});
	const { changed } = compare([statement({})], against([before, held(25, 4)]));
	expect(changed).toMatchObject([{ value: 50, pupils: 4, was: { value: 25, pupils: 4 } }]);
	expect(compare([statement({})], against([before, held(25, null, true)])).changed).toMatchObject([
		{ few: true },
	]);
});

test('CSC-8 a file that says how many pupils changes that, and the same figure without a count is the same', () => {
	const was = against([statement({}), held(50, 30)]);
	expect(compare([statement({ pupils: 31 })], was).changed).toMatchObject([{ pupils: 31 }]);
	expect(compare([statement({ few: true })], was).changed).toMatchObject([{ pupils: null, few: true }]);
	expect(compare([statement({})], was)).toMatchObject({ added: [], changed: [], same: [{ pupils: 30 }] });
});

test('what is closed is changed, whatever it says', () =>
	expect(compare([statement({})], against([statement({}), closed]))).toMatchObject({
		...{ added: [], same: [] },
		changed: [{ was: closed, value: 50 }],
	}));

test('a comparison that would do something else has another stamp, also where as many figures change', () => {
	const [one, other] = [statement({}), statement({ value: 51 })];
	expect(stampOf(compare([one], new Map()))).toBe(stampOf(compare([statement({})], new Map())));
	expect(stampOf(compare([one], new Map()))).not.toBe(stampOf(compare([other], new Map())));
	expect(stampOf(compare([one], against([one, held(40, 9)])))).not.toBe(
		stampOf(compare([one], against([one, held(41, 9)]))),
	);
});
