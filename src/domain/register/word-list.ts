import { slipsBetween, trigramsOf } from './words.ts';

/** A word of the register that what was typed may stand for, and how well: 1 is exactly. */
export interface Reading {
	word: number;
	fit: number;
}

/** Every distinct word of the register, to be found by its beginning or in spite of slips. */
export class WordList {
	readonly #sorted: string[];
	readonly #byTrigram = new Map<string, number[]>();
	readonly #overlap: Uint8Array;

	/** @param words distinct; a word's number is its place in alphabetical order */
	constructor(words: Iterable<string>) {
		this.#sorted = [...words].sort();
		this.#overlap = new Uint8Array(this.#sorted.length);
		for (const [number, word] of this.#sorted.entries()) {
			if (/\d/.test(word)) continue;
			for (const piece of new Set(trigramsOf(word))) {
				const holders = this.#byTrigram.get(piece);
				if (holders) holders.push(number);
				else this.#byTrigram.set(piece, [number]);
			}
		}
	}

	get words(): readonly string[] {
		return this.#sorted;
	}

	/**
	 * What `typed` may stand for. A beginning of three letters counts for any word, since people leave off endings ('Mary');
	 * slips are forgiven in words of letters, one from three letters on, two from eight.
	 * @param unfinished the last word of a search typed so far: its beginning may hold a slip too
	 */
	readings(typed: string, unfinished: boolean): Reading[] {
		const found = this.#beginningWith(typed, unfinished);
		if (!/\d/.test(typed) && typed.length >= 3) this.#inSpiteOfSlips(typed, unfinished, found);
		return [...found].map(([word, fit]) => ({ word, fit }));
	}

	#beginningWith(typed: string, unfinished: boolean): Map<number, number> {
		const found = new Map<number, number>();
		for (let at = this.#firstFrom(typed); this.#sorted[at]?.startsWith(typed); at++) {
			if (typed.length < 3 && !unfinished && this.#sorted[at] !== typed) break;
			const share = typed.length / this.#sorted[at]!.length;
			found.set(at, share === 1 ? 1 : unfinished ? 0.85 + 0.1 * share : 0.5 + 0.4 * share);
		}
		return found;
	}

	#firstFrom(typed: string): number {
		let [low, high] = [0, this.#sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (this.#sorted[middle]! < typed) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	#inSpiteOfSlips(typed: string, unfinished: boolean, found: Map<number, number>): void {
		const limit = typed.length < 8 ? 1 : 2;
		for (const word of this.#candidates(typed, limit, unfinished)) {
			if (found.has(word)) continue;
			const target = this.#sorted[word]!;
			let slips = slipsBetween(typed, target, limit);
			let fit = 0.9 - (0.8 * slips) / typed.length;
			if (slips > limit && unfinished && typed.length >= 4) {
				slips = slipsBetween(typed, target, 1, true);
				fit = 0.7 - (0.8 * slips) / typed.length;
				if (slips > 1) continue;
			}
			if (slips <= limit) found.set(word, fit);
		}
	}

	/** Words that share enough pieces to be worth comparing: one slip spoils at most four pieces. */
	#candidates(typed: string, limit: number, unfinished: boolean): number[] {
		const pieces = new Set(trigramsOf(typed));
		const enough = Math.max(1, pieces.size - 4 * limit - (unfinished ? 1 : 0));
		const touched: number[] = [];
		for (const piece of pieces)
			for (const word of this.#byTrigram.get(piece) ?? [])
				if (this.#overlap[word]!++ === 0) touched.push(word);
		const candidates = touched.filter((word) => this.#overlap[word]! >= enough);
		for (const word of touched) this.#overlap[word] = 0;
		return candidates;
	}
}
