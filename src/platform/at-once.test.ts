import { expect, test } from 'vitest';
import { atOnce } from './at-once.ts';

test('so many at once about one thing, the others in their order, also after one has failed', async () => {
	const limited = atOnce(2);
	const going = new Map<string, number>();
	const began: string[] = [];
	let most = 0;
	const work = (thing: string, name: string, fails = false) =>
		limited(thing, async () => {
			began.push(name);
			going.set(thing, (going.get(thing) ?? 0) + 1);
			most = Math.max(most, going.get(thing)!);
			await new Promise((resolve) => setImmediate(resolve));
			going.set(thing, going.get(thing)! - 1);
			if (fails) throw new Error(name);
			return name;
		});
	const all = ['a', 'b', 'c', 'd', 'e'].map((name) => work('one', name, name === 'b'));
	const apart = work('another', 'apart');
	expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual([
		'fulfilled',
		'rejected',
		...Array.from({ length: 3 }, () => 'fulfilled'),
	]);
	expect([await apart, most, began.slice(0, 3), began.slice(3)]).toEqual([
		'apart',
		2,
		['a', 'b', 'apart'],
		['c', 'd', 'e'],
	]);
	expect(await work('one', 'f')).toBe('f');
});
