import { beforeEach, expect, test, vi } from 'vitest';
import { sharedWords } from './shared-words.ts';

interface Words {
	number: number;
	/** From where on it tells; null where it tells nothing but the number. */
	after: number | null;
}

let words: ReturnType<typeof sharedWords>;
let now: number;
let reads: number;
let works: boolean;
beforeEach(() => {
	words = sharedWords();
	[now, reads, works] = [1, 0, true];
});

const tell = (number: number, told: number | null, thing = 'a') =>
	words<Words>(thing, number, told, async (before) => {
		reads += 1;
		if (!works) throw new Error('restarting');
		now = Math.max(now, number);
		return { number: now, after: before?.number ?? null };
	});

test('what is told is read once for all who hear it, each word going on where the last one ended', async () => {
	const heard = await Promise.all([tell(1, null), tell(1, null)]);
	expect(heard).toEqual(Array.from({ length: 2 }, () => [{ number: 1, after: null }]));
	expect(await Promise.all([tell(3, 1), tell(3, 1)])).toEqual(
		Array.from({ length: 2 }, () => [{ number: 3, after: 1 }]),
	);
	expect(reads).toBe(2);
});

test('whoever was not told for a moment is told all that was said meanwhile, in its order', async () => {
	for (const number of [1, 2, 3]) await tell(number, number - 1);
	expect(await tell(4, 1)).toEqual([
		{ number: 2, after: 1 },
		{ number: 3, after: 2 },
		{ number: 4, after: 3 },
	]);
	expect(reads).toBe(4);
});

test('whoever was told a word later than it was said is not told less for that', async () => {
	await tell(5, 4);
	await tell(8, 5);
	expect(await tell(7, 5)).toEqual([{ number: 8, after: 5 }]);
	for (const number of [9, 10]) await tell(number, number - 1);
	expect((await tell(10, 7)).map(({ number }) => number)).toEqual([8, 9, 10]);
});

test('after a moment of silence the last word alone is kept, and the next goes on from it', async () => {
	vi.useFakeTimers();
	for (const number of [1, 2, 3]) await tell(number, number - 1);
	await vi.advanceTimersByTimeAsync(10_000);
	expect(await tell(3, 1)).toEqual([{ number: 3, after: 2 }]);
	expect(await tell(4, 3)).toEqual([{ number: 4, after: 3 }]);
	vi.useRealTimers();
});

test('whoever knows what nobody here remembers is told the last word alone', async () => {
	for (let number = 1; number <= 30; number += 1) await tell(number, number - 1);
	expect(await tell(30, 3)).toEqual([{ number: 30, after: 29 }]);
	expect(await tell(29, 3)).toEqual([{ number: 30, after: 29 }]);
	expect(await tell(30, null, 'b')).toEqual([{ number: 30, after: null }]);
});

test('what one could not read each reads for themselves, and the next goes on', async () => {
	await tell(1, null);
	works = false;
	const both = Promise.allSettled([tell(2, 1), tell(2, 1)]);
	expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	works = true;
	expect(await tell(2, 1)).toEqual([{ number: 2, after: null }]);
	expect(await tell(3, 2)).toEqual([{ number: 3, after: null }]);
});
