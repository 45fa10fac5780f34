import { expect, test } from 'vitest';
import { askedTogether } from './asked-together.ts';

test('what is asked at the same moment is one question, and each gets the answer to theirs', async () => {
	const questions: number[][] = [];
	const double = askedTogether(async (all: readonly number[]) => {
		questions.push([...all]);
		return all.map((one) => 2 * one);
	});
	expect(await Promise.all([double(1), double(2), double(1)])).toEqual([2, 4, 2]);
	expect(await double(5)).toBe(10);
	expect(questions).toEqual([[1, 2, 1], [5]]);
});

test('what is asked while an answer is on its way is another question: the answer may be older than it', async () => {
	let answer = () => {};
	const ask = askedTogether(
		(all: readonly string[]) =>
			new Promise<boolean[]>((resolve) => (answer = () => resolve(all.map((one) => one === 'first')))),
	);
	const first = ask('first');
	await new Promise(setImmediate);
	const second = ask('second');
	answer();
	expect(await first).toBe(true);
	await new Promise(setImmediate);
	answer();
	expect(await second).toBe(false);
});

test('a question that fails fails for all who asked it, and for nobody after', async () => {
	let works = false;
	const ask = askedTogether(async (all: readonly string[]) => {
		if (!works) throw new Error('restarting');
		return all;
	});
	expect((await Promise.allSettled([ask('a'), ask('b')])).map(({ status }) => status)).toEqual([
		'rejected',
		'rejected',
	]);
	works = true;
	expect(await ask('c')).toBe('c');
});
