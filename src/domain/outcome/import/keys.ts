import type { Standing } from '#domain/partnership/model.ts';
import { mayShareMeasure, measureKeysFor, publishedKeysFor, type Circle } from '../access.ts';
import type { Publisher } from '../said.ts';
import type { Keyed, ToKeep } from './import-store.server.ts';

/**
 * Under which keys figures are stored. DfE's are for the partnership. A school's own are for its staff and whoever brings them; only its
 * head lets others in. Whom a figure was open to, what is said over it is open to as well: the database sees to that, also where
 * whoever brings it cannot know.
 */
export function keysOf(
	figures: readonly ToKeep[],
	by: {
		publisher: Publisher;
		standing: Standing;
		schools: readonly { id: string; memberIds: string[] }[];
		sharedWith: readonly Circle[];
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
	const keyed = figures.map((figure): Keyed => {
		if (by.publisher === 'DfE')
			return { ...figure, keys: setOf(publishedKeysFor(by.standing.partnershipId)) };
		const memberIds = membersOf.get(figure.schoolId) ?? [];
		const isHead = mayShareMeasure(by.standing, memberIds);
		return { ...figure, keys: setOf(measureKeysFor(memberIds, by.standing, isHead ? by.sharedWith : [])) };
	});
	return { keySets: [...sets.keys()].map((set) => JSON.parse(set) as string[]), keyed };
}
