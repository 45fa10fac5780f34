import { valueOf, type Choice, type Column, type Row } from './programme.ts';

/** Takes one column after the other, in the order given, wherever all rows still have room; null where some row lacks something then. */
export function greedily(rows: readonly Row[], columns: readonly Column[]): Choice | null {
	const sums = rows.map(() => 0);
	const times = columns.map(({ entries }) => {
		if (entries.some(([row, entry]) => sums[row]! + entry > rows[row]!.most)) return 0;
		for (const [row, entry] of entries) sums[row]! += entry;
		return 1;
	});
	const value = valueOf(rows, columns, times);
	return value === null ? null : { times, value, bound: Infinity, nodes: 0 };
}
