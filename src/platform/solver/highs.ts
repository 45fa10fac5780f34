import load, { type Highs, type Model } from 'highs';
import { priceUnit, valueOf, type Choice, type Column, type Row } from './programme.ts';

/** One loaded library. After an error its memory cannot be trusted: `fresh` makes another. */
let loaded: Promise<Highs> | undefined;
const fresh = (): Promise<Highs> => (loaded = load());

/** Runs `work` with the library; an error of it ends this copy, and the next caller gets a new one. */
async function withHighs<T>(work: (highs: Highs) => T): Promise<T> {
	const highs = await (loaded ?? fresh());
	try {
		return work(highs);
	} catch (error) {
		loaded = undefined;
		throw error;
	}
}

const optimal = 7;
/** The same at every run: one seed, no clock. The library runs on one thread. */
const options = { output_flag: false, random_seed: 1, log_to_console: false } as const;

function model(highs: Highs, rows: readonly Row[], columns: readonly Column[], whole: boolean): Model {
	const { starts, indices, values } = sparse(columns);
	const { variableType, objectiveSense } = highs.constants;
	const made = highs.createModel({
		numCols: columns.length,
		numRows: rows.length,
		sense: objectiveSense.minimize,
		colCost: columns.map(({ value }) => -value),
		colLower: columns.map(() => 0),
		colUpper: columns.map(({ most }) => most),
		rowLower: rows.map(({ least }) => least),
		rowUpper: rows.map(({ most }) => most),
		matrix: { format: 'csc', numRows: rows.length, numCols: columns.length, starts, indices, values },
		...(whole && {
			integrality: columns.map((column) => (column.whole ? variableType.integer : variableType.continuous)),
		}),
	});
	made.options.set(options);
	return made;
}

function sparse(columns: readonly Column[]) {
	const starts = [0];
	const indices: number[] = [];
	const values: number[] = [];
	for (const { entries } of columns) {
		for (const [row, times] of entries) {
			indices.push(row);
			values.push(times);
		}
		starts.push(indices.length);
	}
	return { starts, indices, values };
}

/** The prices of the rows in the best mixture of columns, in price units; null where no mixture keeps all rows. */
export interface Relaxation {
	prices: number[] | null;
	/** How often each column is taken, in the order in which they were added. */
	times: number[];
}

/** A programme without wholeness that grows by columns and is solved again from where it stood. */
export class Relaxed {
	readonly #model: Model;
	#rows: number;

	private constructor(made: Model, rows: number) {
		this.#model = made;
		this.#rows = rows;
	}

	static open(rows: readonly Row[], columns: readonly Column[]): Promise<Relaxed> {
		return withHighs((highs) => new Relaxed(model(highs, rows, columns, false), rows.length));
	}

	/** Columns of which the rows leave at most so many as they may be taken: a bound of their own would hide what they gain. */
	add(columns: readonly Column[]): void {
		if (columns.length === 0) return;
		const { starts, indices, values } = sparse(columns);
		this.#model.addCols({
			cost: Float64Array.from(columns, ({ value }) => -value),
			lower: new Float64Array(columns.length),
			upper: new Float64Array(columns.length).fill(Infinity),
			matrix: {
				format: 'csc',
				numRows: this.#rows,
				numCols: columns.length,
				starts: Int32Array.from(starts),
				indices: Int32Array.from(indices),
				values: Float64Array.from(values),
			},
		});
	}

	/** A row in which the columns at these places stand once. */
	addRow({ least, most }: Row, columns: readonly number[]): void {
		const entries = { indices: Int32Array.from(columns), values: new Float64Array(columns.length).fill(1) };
		this.#model.addRow(least, most, entries);
		this.#rows += 1;
	}

	solve(): Promise<Relaxation> {
		return withHighs(() => {
			this.#model.run();
			if (this.#model.getModelStatus() !== optimal) return { prices: null, times: [] };
			const { rowDual, colValue } = this.#model.getSolution();
			return { prices: Array.from(rowDual, (dual) => -dual * priceUnit), times: [...colValue] };
		});
	}

	close(): void {
		this.#model.dispose();
	}
}

/**
 * The best choice of whole columns that so many nodes of branch and bound find, with the proven most. Null where none was found.
 * What comes back is rounded and reckoned again in whole numbers; a choice that then breaks a row counts as not found.
 */
export async function choose(
	rows: readonly Row[],
	columns: readonly Column[],
	nodes: number,
): Promise<Choice | null> {
	if (columns.length === 0) return emptyChoice(rows);
	// The library's presolve gives up on some programmes without a choice, and finds none in some that have one.
	const found = await attempt(rows, columns, nodes, 'choose');
	return found ?? attempt(rows, columns, nodes, 'off');
}

function attempt(
	rows: readonly Row[],
	columns: readonly Column[],
	nodes: number,
	presolve: 'choose' | 'off',
): Promise<Choice | null> {
	return withHighs((highs) => {
		const made = model(highs, rows, columns, true);
		try {
			// Values are whole: whoever is less than one point from the bound is at it.
			made.options.set({ mip_rel_gap: 0, mip_abs_gap: 0.99, mip_max_nodes: nodes, presolve });
			if (!ran(highs, made)) return null;
			const times = Array.from(made.getSolution().colValue, (taken) => Math.round(taken));
			const value = times.length === columns.length ? valueOf(rows, columns, times) : null;
			if (value === null) return null;
			const told = -Number(made.info.get('mip_dual_bound'));
			const bound = Number.isFinite(told) ? Math.max(value, Math.floor(told + 1e-4)) : Infinity;
			return { times, value, bound, nodes: Number(made.info.get('mip_node_count')) };
		} finally {
			made.dispose();
		}
	});
}

/** Whether the library came to an end; its own word that it could not leaves its memory as it was. */
function ran(highs: Highs, made: Model): boolean {
	try {
		made.run();
		return true;
	} catch (error) {
		if (error instanceof highs.errors.HighsError) return false;
		throw error;
	}
}

function emptyChoice(rows: readonly Row[]): Choice | null {
	return valueOf(rows, [], []) === null ? null : { times: [], value: 0, bound: 0, nodes: 0 };
}
