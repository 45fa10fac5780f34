import type { MeasureKey } from './measures.ts';

/** What a partnership weighs otherwise than usual: whole points, 0 for what it leaves out. */
export type Weights = Partial<Record<MeasureKey, number>>;

/** What one measure gives to a group, a team or a day, and the facts behind the points. */
export interface Measured<Fact> {
	measure: MeasureKey;
	points: number;
	facts: Fact[];
}

/**
 * What the best plan without this choice is worth less than the plan: not less than `atLeast`, not more than `atMost`; the same
 * number twice where it is known exactly. `atMost` is null where no other plan is known.
 */
export interface Loss {
	atLeast: number;
	atMost: number | null;
}

/** How much reckoning it took, in counts that are the same on every machine. */
export interface Work {
	rounds: number;
	nodes: number;
	columns: number;
}

/** What a list is worth together. */
export const pointsOf = (list: readonly { points: number }[]): number =>
	list.reduce((sum, { points }) => sum + points, 0);

/** Ids in the one order that all reckoning goes by, whatever order they came in. */
export const byId = (one: { id: string }, other: { id: string }): number => compare(one.id, other.id);

export const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Each id once, the first of them, in order. */
export function inOrder<T extends { id: string }>(list: readonly T[]): T[] {
	const seen = new Set<string>();
	return list.toSorted(byId).filter(({ id }) => !seen.has(id) && seen.add(id));
}
