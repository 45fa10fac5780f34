import { describe, expect, test } from 'vitest';
import { Builder } from './builder.ts';
import { greedily } from './greedy.ts';
import { choose } from './highs.ts';
import { optimise } from './optimise.ts';
import { usualLimits, type Problem } from './problem.ts';
import { dualBound, priceUnit, valueOf, wholePrices, type Column } from './programme.ts';
import { brokenCuts, holdsTwo, inCuts } from './subset-rows.ts';

const over = (key: string, value: number, ...rows: number[]): Column => ({
	key,
	value,
	most: 1,
	whole: true,
	entries: rows.map((row) => [row, 1] as const),
});
const once = { least: 1, most: 1 };
/** Three things of which any two go together: a mixture takes half of each pair, a whole choice only one. */
const triangle = {
	rows: [once, once, once],
	listed: [over('0', 0, 0), over('1', 0, 1), over('2', 0, 2)],
	pairs: [over('01', 10, 0, 1), over('02', 10, 0, 2), over('12', 10, 1, 2)],
};

describe('a programme', () => {
	test('is reckoned exactly, and says when a row is broken', () => {
		const { rows, pairs, listed } = triangle;
		expect(valueOf(rows, [...pairs, ...listed], [1, 0, 0, 0, 0, 1])).toBe(10);
		expect(valueOf(rows, [...pairs, ...listed], [1, 1, 0, 0, 0, 0])).toBeNull();
		expect(valueOf(rows, [...pairs, ...listed], [2, 0, 0, 0, 0, 0])).toBeNull();
	});

	test('has a bound at any prices that each row allows, and prices that do not are not used', () => {
		const { rows, pairs, listed } = triangle;
		for (const price of [0, 5, 20, -3]) {
			const prices = rows.map(() => price * priceUnit);
			expect(dualBound(rows, [...pairs, ...listed], prices)).toBeGreaterThanOrEqual(10 * priceUnit);
		}
		const open = [
			{ least: 0, most: Infinity },
			{ least: -Infinity, most: 4 },
		];
		expect(wholePrices(open, [3, -3])).toEqual([0, 0]);
		expect(wholePrices(open, [-3, 3.4])).toEqual([-3, 3]);
	});

	test('that cannot be kept has no choice; one without columns has the empty one, if that keeps its rows', async () => {
		expect(await choose([{ least: 2, most: 2 }], [over('a', 1, 0)], 100)).toBeNull();
		expect(await choose([once], [], 100)).toBeNull();
		expect(await choose([], [], 100)).toMatchObject({ value: 0, bound: 0 });
	});

	test('on which the library gives up has no choice', async () => {
		const six = [0, 1, 2, 3, 4, 5];
		const fives = six.map((left) => over(`without ${left}`, 0, ...six.filter((row) => row !== left)));
		const fours = six.flatMap((left) =>
			six.filter((row) => row > left).map((also) => six.filter((row) => row !== left && row !== also)),
		);
		const columns = [...fives, ...fours.map((rows) => over(rows.join(), 0, ...rows))];
		expect(
			await choose(
				six.map(() => once),
				columns,
				1000,
			),
		).toBeNull();
	});

	test('built by name holds each column once, with its sums', () => {
		const builder = new Builder();
		builder.column('a', 3);
		builder.column('a', 9);
		builder.row(
			[
				['a', 1],
				['a', 2],
			],
			{ most: 4 },
		);
		expect(builder.columns).toEqual([{ key: 'a', value: 3, most: 1, whole: true, entries: [[0, 3]] }]);
		expect(builder.rows).toEqual([{ least: -Infinity, most: 4 }]);
	});
});

describe('column generation', () => {
	const problem = (): Problem => ({
		rows: triangle.rows,
		columns: triangle.listed,
		partition: [0, 1, 2],
		price: ({ prices, cuts, above }) => {
			const gains = triangle.pairs
				.map((pair) => ({
					pair,
					gain: inCuts(pair, cuts, 3).entries.reduce(
						(sum, [row]) => sum - prices[row]!,
						pair.value * priceUnit,
					),
				}))
				.filter(({ gain }) => gain > above);
			const most = Math.max(0, above, ...gains.map(({ gain }) => gain));
			return { columns: gains.map(({ pair }) => pair), slack: most, leftOut: null };
		},
	});

	test('finds the cut that half of each of three columns breaks, and the best whole choice', async () => {
		const mixture = triangle.pairs.map((column) => ({ column, times: 0.5 }));
		expect(brokenCuts([0, 1, 2], mixture, 10)).toEqual([[0, 1, 2]]);
		expect(triangle.pairs.every((pair) => holdsTwo(pair, [0, 1, 2]))).toBe(true);
		expect(await optimise(problem())).toMatchObject({ value: 10, bound: 10 });
	});

	test('has a choice to go on from where branching finds none', async () => {
		const { rows, pairs, listed } = triangle;
		expect(greedily(rows, [...pairs, ...listed])).toMatchObject({ value: 10, times: [1, 0, 0, 0, 0, 1] });
		expect(greedily(rows, pairs)).toBeNull();
		expect(await optimise(problem(), { ...usualLimits, nodes: 0 })).toMatchObject({ value: 10 });
	});

	test('ends after so many rounds, with a bound that still holds', async () => {
		const ended = await optimise(problem(), { ...usualLimits, rounds: 1 });
		expect(ended?.bound).toBeGreaterThanOrEqual(10);
		expect(ended?.value).toBeLessThanOrEqual(ended!.bound);
	});
});
