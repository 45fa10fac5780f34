import type { Column, Entry, Row } from './programme.ts';

/** Builds a programme of listed columns row by row, each row by what stands in it. */
export class Builder {
	readonly rows: Row[] = [];
	readonly #columns: { key: string; value: number; most: number; entries: Entry[] }[] = [];
	readonly #places = new Map<string, number>();

	/** A column that may be taken so many times, whole. Adding one key twice is one column. */
	column(key: string, value: number, most = 1): string {
		if (!this.#places.has(key)) {
			this.#places.set(key, this.#columns.length);
			this.#columns.push({ key, value, most, entries: [] });
		}
		return key;
	}

	has(key: string): boolean {
		return this.#places.has(key);
	}

	/** So many of these in all, between `least` and `most`. */
	row(
		terms: readonly (readonly [key: string, times: number])[],
		{ least = -Infinity, most = Infinity }: Partial<Row>,
	): void {
		const row = this.rows.push({ least, most }) - 1;
		const sums = new Map<string, number>();
		for (const [key, times] of terms) sums.set(key, (sums.get(key) ?? 0) + times);
		for (const [key, times] of sums) {
			if (times !== 0) this.#columns[this.#places.get(key)!]!.entries.push([row, times]);
		}
	}

	get columns(): Column[] {
		return this.#columns.map((column) => ({ ...column, whole: true }));
	}
}
