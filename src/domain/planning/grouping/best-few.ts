interface Found {
	schools: number[];
	score: number;
	/** The order in which it was found: what ties are broken by. */
	turn: number;
}

const better = (one: Found, other: Found): number => other.score - one.score || one.turn - other.turn;

/** Keeps some of the groups that a search finds, and tells the search what it need not look at. */
export interface Keeper {
	/** A group that scores no more than this is of no use. */
	readonly threshold: number;
	/** A group of a school that scores no more than this is of no use to that school. */
	readonly thresholdOf: ArrayLike<number>;
	take(schools: number[], score: number): void;
	/** Best first; and what no group that was left out scores more than, null where none was. */
	end(): { kept: Found[]; leftOut: number | null };
}

/** The best of all above a threshold, as many as there is room for. */
export class BestOfAll implements Keeper {
	threshold: number;
	readonly thresholdOf: Float64Array;
	readonly #room: number;
	#found: Found[] = [];
	#turn = 0;
	#leftOut: number | null = null;

	constructor(above: number, room: number, schools: number) {
		this.threshold = above;
		this.#room = room;
		this.thresholdOf = new Float64Array(schools).fill(above);
	}

	take(schools: number[], score: number): void {
		if (score <= this.threshold) return;
		this.#found.push({ schools, score, turn: this.#turn++ });
		// Sorting now and then costs less than keeping order all the time.
		if (this.#found.length >= 3 * this.#room + 1000) this.#cut();
	}

	end(): { kept: Found[]; leftOut: number | null } {
		this.#cut();
		return { kept: this.#found, leftOut: this.#leftOut };
	}

	#cut(): void {
		this.#found.sort(better);
		if (this.#found.length <= this.#room) return;
		const next = this.#found[this.#room]!.score;
		this.#found.length = this.#room;
		this.#leftOut = Math.max(this.#leftOut ?? -Infinity, next);
		// What scores no more than the best left out is left out from now on.
		this.threshold = Math.max(this.threshold, next);
		this.thresholdOf.fill(this.threshold);
	}
}

/** The best few of each school: good columns for every row, and so fewer rounds than with the best of all. */
export class BestOfEach implements Keeper {
	threshold: number;
	readonly thresholdOf: Float64Array;
	readonly #few: number;
	readonly #of: Found[][];
	readonly #schools: readonly number[];
	readonly #above: number;
	#turn = 0;
	#leftOut: number | null = null;

	constructor(above: number, few: number, schools: readonly number[]) {
		this.threshold = above;
		this.#above = above;
		this.#few = few;
		this.#schools = schools;
		const count = Math.max(-1, ...schools) + 1;
		this.thresholdOf = new Float64Array(count).fill(above);
		this.#of = Array.from({ length: count }, () => []);
	}

	take(schools: number[], score: number): void {
		if (score <= this.threshold) return;
		const found = { schools, score, turn: this.#turn++ };
		for (const school of schools) if (score > this.thresholdOf[school]!) this.#takeFor(school, found);
		if (found.turn % 64 === 0) this.#raise();
	}

	#takeFor(school: number, found: Found): void {
		const own = this.#of[school]!;
		own.push(found);
		for (let at = own.length - 1; at > 0 && better(own[at]!, own[at - 1]!) < 0; at -= 1) {
			[own[at - 1], own[at]] = [own[at]!, own[at - 1]!];
		}
		if (own.length > this.#few) this.#leftOut = Math.max(this.#leftOut ?? -Infinity, own.pop()!.score);
		if (own.length === this.#few) this.thresholdOf[school] = own.at(-1)!.score;
	}

	/** A group that is of no use to any school is of none. */
	#raise(): void {
		let least = Infinity;
		for (const school of this.#schools) least = Math.min(least, this.thresholdOf[school]!);
		this.threshold = Math.max(this.#above, least === Infinity ? this.#above : least);
	}

	end(): { kept: Found[]; leftOut: number | null } {
		const kept = [...new Set(this.#of.flat())].sort(better);
		return { kept, leftOut: this.#leftOut };
	}
}
