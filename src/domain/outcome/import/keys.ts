import type { Standing } from '#domain/partnership/model.ts';
import { circles, mayShareMeasure, measureKeysFor, publishedKeysFor, type Circle } from '../access.ts';
import type { Keyed } from './import-store.server.ts';
import { keyOf, type Publisher, type Statement } from './statements.ts';

/**
 * Under which keys figures are stored. DfE's are for the partnership. A school's own are for its staff and whoever brings them; only its
 * head lets others in, and whom a figure was open to that the head now changes, its new value is open to as well. Nobody else's
 * import opens anything.
 */
export function keysOf(
	figures: readonly Statement[],
	by: {
		publisher: Publisher;
		standing: Standing;
		schools: readonly { id: string; memberIds: string[] }[];
		sharedWith: readonly Circle[];
		held: ReadonlyMap<string, { keys: string[] }>;
	},
): { keySets: string[][]; keyed: Keyed[] } {
	const sets = new Map<string, number>();
	const setOf = (keys: readonly string[]) => {
		const set = JSON.stringify([...new Set(keys)].toSorted());
		const number = sets.get(set) ?? sets.size;
		sets.set(set, number);
		return number;
	};
	const membersOf = new Map(by.schools.map(({ id, memberIds }) => [id, memberIds]));
	const isCircle = (key: string) => circles.some((circle) => key.startsWith(`${circle}:`));
	const keyed = figures.map((figure): Keyed => {
		if (by.publisher === 'DfE')
			return { ...figure, keys: setOf(publishedKeysFor(by.standing.partnershipId)) };
		const memberIds = membersOf.get(figure.schoolId) ?? [];
		const isHead = mayShareMeasure(by.standing, memberIds);
		const before = isHead ? (by.held.get(keyOf(figure))?.keys ?? []).filter(isCircle) : [];
		return {
			...figure,
			keys: setOf([...measureKeysFor(memberIds, by.standing, isHead ? by.sharedWith : []), ...before]),
		};
	});
	return { keySets: [...sets.keys()].map((set) => JSON.parse(set) as string[]), keyed };
}
