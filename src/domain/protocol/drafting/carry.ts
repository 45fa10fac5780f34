import { isDeepStrictEqual } from 'node:util';

type Entry = { key: string } & Record<string, unknown>;

/**
 * A change carried onto a newer version of what it changed: of a document `base`, made `changed` by one side and `next` by the
 * other, all that either did. Where both changed the same value, `changed` stands. A list whose entries have keys is
 * followed entry by entry, so that a stage which the partnership adds is not lost in a group that has changed another; any
 * other list is one value. Whether the result is a protocol is for the schema to say.
 */
export function carried(base: unknown, changed: unknown, next: unknown): unknown {
	if (isDeepStrictEqual(changed, base)) return next;
	if (isDeepStrictEqual(next, base) || isDeepStrictEqual(next, changed)) return changed;
	// Both added something under one name: two things, such as two forms, whose pieces make no third.
	if (base === undefined && isRecord(changed) && isRecord(next)) return changed;
	if (isRecord(changed) && isRecord(next)) return carriedRecord(isRecord(base) ? base : {}, changed, next);
	if (isKeyed(changed) && isKeyed(next)) return carriedList(isKeyed(base) ? base : [], changed, next);
	return changed;
}

function carriedRecord(
	base: Record<string, unknown>,
	changed: Record<string, unknown>,
	next: Record<string, unknown>,
): Record<string, unknown> {
	const names = [...new Set([...Object.keys(next), ...Object.keys(changed)])];
	return Object.fromEntries(
		names
			.map((name) => [name, carried(own(base, name), own(changed, name), own(next, name))] as const)
			.filter(([, value]) => value !== undefined),
	);
}

/** Who changed the order of what both have leads with theirs; else the newer version does. */
function carriedList(base: readonly Entry[], changed: readonly Entry[], next: readonly Entry[]): Entry[] {
	const [before, mine, theirs] = [base, changed, next].map(byKey) as [Keyed, Keyed, Keyed];
	const entries = new Map<string, Entry>();
	for (const key of new Set([...theirs.keys(), ...mine.keys()])) {
		const entry = carried(before.get(key), mine.get(key), theirs.get(key)) as Entry | undefined;
		if (entry) entries.set(key, entry);
	}
	const common = (list: Keyed) => [...list.keys()].filter((key) => before.has(key) && mine.has(key));
	const [leading, other] = isDeepStrictEqual(common(mine), common(before)) ? [theirs, mine] : [mine, theirs];
	return inOrder([...leading.keys()], [...other.keys()])
		.filter((key) => entries.has(key))
		.map((key) => entries.get(key)!);
}

/** The leading order, with what only the other has put behind what it stands behind there. */
function inOrder(leading: readonly string[], other: readonly string[]): string[] {
	const order = [...leading];
	other.forEach((key, index) => {
		if (!order.includes(key)) order.splice(order.indexOf(other[index - 1] ?? '') + 1, 0, key);
	});
	return order;
}

type Keyed = ReadonlyMap<string, Entry>;

/** A draft may hold several entries with one key, or with none yet: the later ones are entries of their own. */
function byKey(list: readonly Entry[]): Keyed {
	const entries = new Map<string, Entry>();
	for (const entry of list) {
		let key = entry.key;
		while (entries.has(key)) key += ' again';
		entries.set(key, entry);
	}
	return entries;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isKeyed = (value: unknown): value is Entry[] =>
	Array.isArray(value) && value.every((entry) => isRecord(entry) && typeof entry['key'] === 'string');
const own = (record: Record<string, unknown>, name: string): unknown =>
	Object.hasOwn(record, name) ? record[name] : undefined;
