import { choose } from './highs.ts';
import type { Solved } from './problem.ts';
import { priceUnit } from './programme.ts';

/** What the best choice without one column is worth: at least what is found, at most what is proven. */
export interface Alternative {
	least: number;
	most: number;
}

/** Columns that cost so many points at the prices are tried first: the next best is seldom further off. */
const nearby = 8;

/**
 * The best choice that does without the column. First among columns near the best; what it is worth says which others could be in
 * a better one, and where there are any they are tried as well.
 */
export async function without(solved: Solved, key: string, nodes: number): Promise<Alternative> {
	const others = solved.pool.filter(({ column }) => column.key !== key);
	const among = (least: number) =>
		others.filter(({ reduced }) => reduced >= least).map(({ column }) => column);
	const reach = (least: number) => Math.floor((solved.relaxed + least - 1) / priceUnit);
	const near = solved.value * priceUnit - solved.relaxed - nearby * priceUnit;
	let choice = await choose(solved.rows, among(near), nodes);
	const better = choice ? (choice.value + 1) * priceUnit - solved.relaxed : -Infinity;
	if (better < near && among(better).length > among(near).length) {
		choice = (await choose(solved.rows, among(better), nodes)) ?? choice;
	}
	const tried = Math.min(near, better);
	const least = choice?.value ?? -Infinity;
	const most = Math.max(least, choice?.bound ?? -Infinity, reach(tried), solved.beyond ?? -Infinity);
	return { least, most: Math.min(most, solved.bound) };
}
