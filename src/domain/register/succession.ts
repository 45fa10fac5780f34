import { isCurrent, type RegisteredSchool } from './model.ts';

/** One school took over from another. The day is null where the register does not give it. */
export interface Succession {
	predecessor: number;
	successor: number;
	kind: 'succeeded' | 'merged' | 'amalgamated' | 'split';
	day: string | null;
}

type Standing = Pick<RegisteredSchool, 'urn' | 'status'>;

/**
 * The schools that stand today where this one stood: several after a split, none where it closed for good. A current
 * school is its own answer. Chains are followed to their end; a chain that bites its own tail ends where it began.
 */
export function successorsOf<S extends Standing>(
	urn: number,
	schools: ReadonlyMap<number, S>,
	successions: readonly Succession[],
): S[] {
	const onward = Map.groupBy(successions, ({ predecessor }) => predecessor);
	const seen = new Set([urn]);
	const found: S[] = [];
	for (const at of seen) {
		const school = schools.get(at);
		if (school && isCurrent(school)) found.push(school);
		else for (const { successor } of onward.get(at) ?? []) seen.add(successor);
	}
	return found;
}

/**
 * One direction for each pair. The register sometimes names two schools each other's predecessor: then the one that is
 * still open came after, and where that does not decide, the higher URN.
 */
export function oneWay(
	successions: readonly Succession[],
	schools: ReadonlyMap<number, Standing>,
): Succession[] {
	const byPair = new Map<string, Succession>();
	for (const next of successions) {
		if (next.predecessor === next.successor) continue;
		const pair = [next.predecessor, next.successor].sort((a, b) => a - b).join();
		const held = byPair.get(pair);
		if (!held || (held.predecessor === next.predecessor ? !held.day && next.day : isBetter(next, schools)))
			byPair.set(pair, next);
	}
	return [...byPair.values()];
}

function isBetter({ predecessor, successor }: Succession, schools: ReadonlyMap<number, Standing>): boolean {
	const stands = (urn: number) => (schools.has(urn) && isCurrent(schools.get(urn)!) ? 1 : 0);
	return stands(successor) === stands(predecessor)
		? successor > predecessor
		: stands(successor) > stands(predecessor);
}
