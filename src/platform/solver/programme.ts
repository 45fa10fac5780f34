/**
 * A choice to make, as numbers: take columns, each between 0 and `most` times, so that every row's sum stays between `least`
 * and `most`, and the sum of values is as high as can be. All values and entries are whole numbers, so that a sum is the same
 * on every machine; `whole` columns are taken a whole number of times.
 */
export interface Column {
	/** Names the column among all of its programme; the order of keys decides nothing. */
	key: string;
	value: number;
	most: number;
	whole: boolean;
	/** Row and how often the column stands in it, by rising row. */
	entries: readonly Entry[];
}

export type Entry = readonly [row: number, times: number];

export interface Row {
	least: number;
	most: number;
}

/** What is found of a programme: how often each column is taken, and the proven most that any choice can reach. */
export interface Choice {
	times: number[];
	value: number;
	bound: number;
	nodes: number;
}

/** Points of a price, as whole numbers: prices are multiples of a millionth, and sums of them exact. */
export const priceUnit = 1_000_000;

/** The value of a choice, or null where a row is broken. Exact. */
export function valueOf(
	rows: readonly Row[],
	columns: readonly Column[],
	times: readonly number[],
): number | null {
	const sums = rows.map(() => 0);
	let value = 0;
	for (const [index, column] of columns.entries()) {
		const taken = times[index]!;
		if (taken === 0) continue;
		if (taken < 0 || taken > column.most) return null;
		value += taken * column.value;
		for (const [row, entry] of column.entries) sums[row]! += taken * entry;
	}
	return rows.every(({ least, most }, row) => sums[row]! >= least && sums[row]! <= most) ? value : null;
}

/** The reduced value of a column at whole prices: what it would add over what its rows cost. */
export function reduced(column: Column, prices: readonly number[]): number {
	let sum = column.value * priceUnit;
	for (const [row, entry] of column.entries) sum -= prices[row]! * entry;
	return sum;
}

/** Prices in price units as whole numbers, with the sign that each row allows: only then do they prove a bound. */
export function wholePrices(rows: readonly Row[], prices: readonly number[]): number[] {
	return rows.map(({ least, most }, row) => {
		const price = Math.round(prices[row]!) || 0;
		if (most === Infinity && price > 0) return 0;
		return least === -Infinity && price < 0 ? 0 : price;
	});
}

/**
 * The proven most, in price units, that any choice of these columns reaches: what the rows are worth at the prices, and what
 * each column adds over them at best (weak duality; no rounding, so no tolerance).
 */
export function dualBound(
	rows: readonly Row[],
	columns: readonly Column[],
	prices: readonly number[],
): number {
	let bound = 0;
	for (const [row, { least, most }] of rows.entries()) {
		const price = prices[row]!;
		if (price !== 0) bound += price > 0 ? price * most : price * least;
	}
	for (const column of columns) bound += column.most * Math.max(0, reduced(column, prices));
	return bound;
}
