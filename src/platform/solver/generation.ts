import { greedily } from './greedy.ts';
import { choose, Relaxed } from './highs.ts';
import type { Limits, Price, Problem, Solved, Taken, Told } from './problem.ts';
import {
	dualBound,
	priceUnit,
	reduced,
	wholePrices,
	type Choice,
	type Column,
	type Row,
} from './programme.ts';
import { brokenCuts, cutRow, holdsTwo, inCuts, withEntry, type Triple } from './subset-rows.ts';

/** A millionth of a point, ten times: less than that is the noise of prices that were rounded. */
const tolerance = 10;

/** A first choice is sought among columns that cost no more than so many points at the prices: it is seldom far from the best. */
const nearby = 10;

/** One run of column generation with cuts. `optimise` says what it does. */
export class Generation {
	readonly #problem: Problem & { price: Price };
	readonly #limits: Limits;
	readonly #tell: (told: Told) => void;
	/** As pricing gave them: without cuts. */
	readonly #generated = new Map<string, Column>();
	readonly #cuts: Triple[] = [];
	/** In price units, with the prices that prove it. */
	#bound = Infinity;
	#prices: number[] = [];
	#rounds = 0;

	constructor(problem: Problem & { price: Price }, limits: Limits, tell: (told: Told) => void) {
		this.#problem = problem;
		this.#limits = limits;
		this.#tell = tell;
	}

	async run(): Promise<Solved | null> {
		if (!(await this.#relax())) return null;
		const { nodes, margin } = this.#limits;
		const most = Math.floor(this.#bound / priceUnit);

		const found = this.#withListed([...this.#generated.values()]).filter(
			(column) => reduced(column, this.#prices) >= -nearby * priceUnit || !this.#generated.has(column.key),
		);
		const first = (await choose(this.#rows(), found, nodes)) ?? this.#greedily(found);
		this.#tell({ round: this.#rounds, value: first?.value ?? null, bound: most });

		// A choice with a column at or under this is no better than the one at hand.
		const useless = first ? (first.value + 1) * priceUnit - this.#bound - 1 : -Infinity;
		const pooled = this.#pool(useless - margin * priceUnit);
		if (first && first.value >= most) return this.#answer(found, first, most, first.nodes, pooled);

		const kept = new Set(first ? taken(found, first.times).map(({ column }) => column.key) : []);
		const useful = this.#withListed([...this.#generated.values()]).filter(
			(column) => kept.has(column.key) || reduced(column, this.#prices) > useless,
		);
		const last = await choose(this.#rows(), useful, nodes);
		const worked = (first?.nodes ?? 0) + (last?.nodes ?? 0);
		const value = Math.max(first?.value ?? -Infinity, last?.value ?? -Infinity);
		// With a column outside the pool one bound holds, without it the last programme's own.
		const proven = Math.min(most, Math.max(value, last?.bound ?? Infinity, pooled ?? -Infinity));
		if (last && last.value === value) return this.#answer(useful, last, proven, worked, pooled);
		return first && this.#answer(found, first, proven, worked, pooled);
	}

	/** Columns until none gains, cuts until none is broken. False where the rows cannot be kept even by mixtures. */
	async #relax(): Promise<boolean> {
		const { rows, columns, partition = [], guesses = [] } = this.#problem;
		const order = [...columns];
		const relaxed = await Relaxed.open(rows, order);
		try {
			const add = (found: Column[]) => {
				relaxed.add(found);
				order.push(...found);
			};
			for (const prices of guesses) add(this.#at(wholePrices(rows, prices)));
			for (let cutRound = 0; this.#rounds < this.#limits.rounds;) {
				const { prices, times } = await relaxed.solve();
				if (prices === null) return false;
				this.#rounds += 1;
				const found = this.#round(wholePrices(this.#rows(), prices));
				if (found.length > 0) {
					add(found);
					continue;
				}
				if (cutRound++ === this.#limits.cutRounds) break;
				const cuts = brokenCuts(partition, taken(order, times, 1e-6), this.#limits.cutsARound);
				if (cuts.length === 0) break;
				for (const cut of cuts) {
					const row = rows.length + this.#cuts.push(cut) - 1;
					const holders = order.flatMap((column, at) => (holdsTwo(column, cut) ? [at] : []));
					relaxed.addRow(cutRow, holders);
					for (const at of holders) order[at] = withEntry(order[at]!, row);
				}
				this.#prices = [...this.#prices, ...cuts.map(() => 0)];
			}
		} finally {
			relaxed.close();
		}
		return true;
	}

	/**
	 * The columns that a round adds. Prices swing from round to round, so those half-way to the best known are tried first;
	 * either proves a bound, and either's columns are good ones.
	 */
	#round(latest: number[]): Column[] {
		if (this.#prices.length > 0) {
			const between = latest.map((price, row) => Math.round((price + this.#prices[row]!) / 2) || 0);
			const gaining = this.#at(between);
			if (gaining.some((column) => reduced(column, latest) > tolerance)) return gaining;
			return [...gaining, ...this.#at(latest)];
		}
		return this.#at(latest);
	}

	#at(prices: number[]): Column[] {
		const { columns, price } = this.#problem;
		const asked = {
			prices,
			cuts: this.#cuts,
			above: tolerance,
			most: this.#limits.columnsARound,
			spread: true,
		};
		const { columns: found, slack } = price(asked);
		const listed = columns.map((column) => this.#inCuts(column));
		const bound = dualBound(this.#rows(), listed, prices) + slack;
		if (bound < this.#bound) {
			this.#bound = bound;
			this.#prices = prices;
		}
		this.#tell({ round: this.#rounds, value: null, bound: Math.floor(this.#bound / priceUnit) });
		const added = found.filter(({ key }) => !this.#generated.has(key));
		for (const column of added) this.#generated.set(column.key, column);
		return added.map((column) => this.#inCuts(column));
	}

	/** A plan to go on from where branching found none in its nodes: generated columns first, the best at the prices before others. */
	#greedily(columns: Column[]): Choice | null {
		const listed = new Set(this.#problem.columns.map(({ key }) => key));
		const order = columns
			.map((column, at) => ({
				column,
				at,
				last: listed.has(column.key),
				gain: reduced(column, this.#prices),
			}))
			.sort(
				(one, other) => Number(one.last) - Number(other.last) || other.gain - one.gain || one.at - other.at,
			);
		const choice = greedily(
			this.#rows(),
			order.map(({ column }) => column),
		);
		if (choice === null) return null;
		const times = columns.map(() => 0);
		for (const [place, { at }] of order.entries()) times[at] = choice.times[place]!;
		return { ...choice, times };
	}

	/** Adds all columns above a reduced value, as many as fit. The most that a choice with any other reaches; null where none is. */
	#pool(above: number): number | null {
		const asked = {
			prices: this.#prices,
			cuts: this.#cuts,
			above,
			most: this.#limits.columnsAtLast,
			spread: false,
		};
		const { columns, leftOut } = this.#problem.price(asked);
		for (const column of columns) this.#generated.set(column.key, column);
		const highest = Math.max(above, leftOut ?? -Infinity);
		return highest === -Infinity ? null : Math.floor((this.#bound + highest) / priceUnit);
	}

	#rows(): Row[] {
		return [...this.#problem.rows, ...this.#cuts.map(() => cutRow)];
	}

	#inCuts(column: Column): Column {
		return inCuts(column, this.#cuts, this.#problem.rows.length);
	}

	#asGiven(column: Column): Column {
		const rows = this.#problem.rows.length;
		return { ...column, entries: column.entries.filter(([row]) => row < rows) };
	}

	#withListed(generated: Column[]): Column[] {
		return [...this.#problem.columns, ...generated].map((column) => this.#inCuts(column));
	}

	#answer(
		columns: Column[],
		{ times, value }: { times: number[]; value: number },
		bound: number,
		nodes: number,
		beyond: number | null,
	): Solved {
		const pool = this.#withListed([...this.#generated.values()]);
		return {
			chosen: taken(columns, times).map((each) => ({ ...each, column: this.#asGiven(each.column) })),
			value,
			bound,
			work: { rounds: this.#rounds, nodes, columns: pool.length },
			pool: pool.map((column) => ({ column, reduced: reduced(column, this.#prices) })),
			rows: this.#rows(),
			relaxed: this.#bound,
			beyond,
		};
	}
}

function taken(columns: readonly Column[], times: readonly number[], above = 0): Taken[] {
	return columns.flatMap((column, index) =>
		times[index]! > above ? [{ column, times: times[index]! }] : [],
	);
}
