/** One measured figure of those the product holds itself to. */
export interface Figure {
	value: string;
	bar: string;
	ok: boolean;
	/** How it was measured, in a few words. */
	how: string;
}

/** What each `bench/<id>-*.ts` exports: measures on real parts and returns one figure or several. */
export type Measure = () => Promise<Figure[]>;

/** The middle of an odd number of measurements. */
export function median(values: number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The value that the given share of them, from 0 to 1, lies at or under. */
export function percentile(values: number[], share: number): number {
	return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? Number.NaN;
}
