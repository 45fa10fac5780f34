import type { Column, Entry, Row } from './programme.ts';

/**
 * Of columns that hold two or more of three rows, each row to be covered once, at most one can be taken whole. A mixture may take
 * half of three such columns: these cuts forbid it (Chvátal–Gomory cuts of rank one, known as subset-row cuts).
 */
export type Triple = readonly [number, number, number];

export const cutRow: Row = { least: -Infinity, most: 1 };

/** Whether the column holds two or all three of the rows. */
export function holdsTwo({ entries }: Column, [a, b, c]: Triple): boolean {
	let held = 0;
	for (const [row] of entries) if (row === a || row === b || row === c) held += 1;
	return held >= 2;
}

export const withEntry = (column: Column, row: number): Column => ({
	...column,
	entries: [...column.entries, [row, 1] satisfies Entry],
});

/** The column with its entries in the cuts, which stand after so many rows. */
export function inCuts(column: Column, cuts: readonly Triple[], rows: number): Column {
	const added = cuts.flatMap((cut, at) => (holdsTwo(column, cut) ? [[rows + at, 1] satisfies Entry] : []));
	return added.length === 0 ? column : { ...column, entries: [...column.entries, ...added] };
}

/** A mixture must break a cut by so much before it is worth a row. */
const worthwhile = 0.02;

/**
 * The cuts that a mixture breaks, those broken most first: at most `most` of them, and each row in a few only, so that they differ.
 * `partition` are the rows that are covered exactly once.
 */
export function brokenCuts(
	partition: readonly number[],
	mixture: readonly { column: Column; times: number }[],
	most: number,
): Triple[] {
	const place = new Map(partition.map((row, at) => [row, at]));
	const count = partition.length;
	const together = new Float64Array(count * count);
	const parts = mixture
		.map(({ column, times }) => ({
			times,
			places: column.entries.flatMap(([row]) => (place.has(row) ? [place.get(row)!] : [])),
		}))
		.filter(({ places }) => places.length >= 2);
	for (const { places, times } of parts) {
		for (const a of places) for (const b of places) if (a !== b) together[a * count + b]! += times;
	}
	const all = (a: number, b: number, c: number) =>
		parts.reduce(
			(sum, { places, times }) =>
				sum + (places.includes(a) && places.includes(b) && places.includes(c) ? times : 0),
			0,
		);
	const broken: { by: number; triple: Triple }[] = [];
	for (let a = 0; a < count; a += 1) {
		for (let b = a + 1; b < count; b += 1) {
			const ab = together[a * count + b]!;
			for (let c = b + 1; c < count; c += 1) {
				const pairs = ab + together[a * count + c]! + together[b * count + c]!;
				if (pairs <= 1 + worthwhile) continue;
				const by = pairs - 2 * all(a, b, c) - 1;
				if (by > worthwhile) broken.push({ by, triple: [partition[a]!, partition[b]!, partition[c]!] });
			}
		}
	}
	return fewOfEach(
		broken.sort((one, other) => other.by - one.by).map(({ triple }) => triple),
		most,
	);
}

const mostOfOneRow = 4;

function fewOfEach(triples: readonly Triple[], most: number): Triple[] {
	const had = new Map<number, number>();
	const kept = triples.filter((triple) => {
		if (triple.some((row) => (had.get(row) ?? 0) >= mostOfOneRow)) return false;
		for (const row of triple) had.set(row, (had.get(row) ?? 0) + 1);
		return true;
	});
	return kept.slice(0, most);
}
