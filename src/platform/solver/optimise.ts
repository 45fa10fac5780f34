import { choose } from './highs.ts';
import { Generation } from './generation.ts';
import { usualLimits, type Limits, type Problem, type Solved, type Told } from './problem.ts';
import { priceUnit } from './programme.ts';

/**
 * The best choice by column generation, with a proven bound. Prices come from the programme without wholeness; the family's
 * columns that would gain at them are added until none would, and cuts until no known one is broken. A last programme then holds
 * every column that a better choice than the one at hand could contain. Null where no choice keeps the rows, or none was found
 * within the limits.
 */
export async function optimise(
	problem: Problem,
	limits: Limits = usualLimits,
	tell: (told: Told) => void = () => undefined,
): Promise<Solved | null> {
	const { price } = problem;
	return price && problem.columns.length > 0
		? new Generation({ ...problem, price }, limits, tell).run()
		: listed(problem, limits, tell);
}

async function listed(
	{ rows, columns }: Problem,
	{ nodes }: Limits,
	tell: (told: Told) => void,
): Promise<Solved | null> {
	const choice = await choose(rows, columns, nodes);
	if (choice === null) return null;
	tell({ round: 1, value: choice.value, bound: choice.bound });
	return {
		chosen: columns.flatMap((column, at) =>
			choice.times[at]! > 0 ? [{ column, times: choice.times[at]! }] : [],
		),
		value: choice.value,
		bound: choice.bound,
		work: { rounds: 1, nodes: choice.nodes, columns: columns.length },
		pool: columns.map((column) => ({ column, reduced: 0 })),
		rows: [...rows],
		relaxed: choice.bound * priceUnit,
		beyond: null,
	};
}
