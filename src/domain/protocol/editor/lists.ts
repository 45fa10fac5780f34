import { fixedKeys, isObject, variants, type Node } from './node.ts';

/** What a button beside a list does: `at` is the path of the list, or of the entry that moves, goes or gets a new one below it. */
export type ListDeed = { deed: 'add' | 'below' | 'remove' | 'up' | 'down'; at: string };

/** 'add stages' or 'remove stages.3', as a button posts it; null for anything else. */
export function readListDeed(text: unknown): ListDeed | null {
	const read = typeof text === 'string' ? /^(add|below|remove|up|down) ([a-zA-Z][\w.-]*)$/.exec(text) : null;
	return read && { deed: read[1] as ListDeed['deed'], at: read[2]! };
}

/**
 * The document after it; the same one where there is no such list, or nothing to move past. `newId` marks a new entry, so that
 * what two drafts add never has one key (see keys.ts).
 */
export function arranged(
	root: Node,
	document: Record<string, unknown>,
	{ deed, at }: ListDeed,
	newId: () => string,
): Record<string, unknown> {
	const copy = structuredClone(document);
	const steps = at.split('.');
	const name = steps.pop()!;
	const around = reach(root, copy, steps);
	if (!around || !isObject(around.value)) {
		if (deed !== 'add' && Array.isArray(around?.value))
			move(around, around.value, Number(name), deed, markOf(newId));
		return copy;
	}
	if (deed === 'remove') delete around.value[name];
	if (deed === 'add') add(around.value, name, childOf(around.node, around.value, name), markOf(newId));
	return copy;
}

function add(holder: Record<string, unknown>, name: string, list: Node | undefined, mark: string): void {
	if (list?.type === 'array') {
		const held = holder[name];
		holder[name] = [...(Array.isArray(held) ? (held as unknown[]) : []), newEntry(list.items!, mark)];
	} else if (list?.additionalProperties && !fixedKeys(list)) {
		const held = isObject(holder[name]) ? holder[name] : {};
		holder[name] = { ...held, [`form${mark}`]: emptyOf(list.additionalProperties) };
	}
}

function move(
	{ node }: { node: Node },
	list: unknown[],
	from: number,
	deed: Exclude<ListDeed['deed'], 'add'>,
	mark: string,
): void {
	if (!(from in list)) return;
	if (deed === 'below') return void list.splice(from + 1, 0, newEntry(node.items!, mark));
	const [entry] = list.splice(from, 1);
	if (deed !== 'remove') list.splice(Math.max(0, deed === 'up' ? from - 1 : from + 1), 0, entry);
}

/** The schema and the value at a path; undefined where it leads nowhere. */
function reach(
	root: Node,
	document: unknown,
	steps: readonly string[],
): { node: Node; value: unknown } | undefined {
	let [node, value]: [Node | undefined, unknown] = [root, document];
	for (const step of steps) {
		if (!node || typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
		node = childOf(node, value, step);
		value = (value as Record<string, unknown>)[step];
	}
	return node && { node, value };
}

function childOf(node: Node, value: unknown, step: string): Node | undefined {
	if (Array.isArray(value)) return node.items;
	const kind = isObject(value) ? value['kind'] : undefined;
	const branch = node.oneOf ? variants(node).find((one) => one.kind === kind)?.node : node;
	const child = branch?.properties?.[step] ?? branch?.additionalProperties;
	return child;
}

/** An entry that has a key bears its mark until it has a name to make the key of. */
function newEntry(node: Node, mark: string): unknown {
	const entry = emptyOf(node);
	return isObject(entry) && entry['key'] === '' ? { ...entry, key: mark } : entry;
}

/** '-7f3a2c1d': the part of a new id that is chance. */
const markOf = (newId: () => string): string => `-${newId().slice(-8)}`;

/** A new entry: every field there, nothing chosen for anybody beyond the first of the choices. */
export function emptyOf(node: Node): unknown {
	if (node.default !== undefined) return structuredClone(node.default);
	if (node.const !== undefined) return node.const;
	if (node.enum) return node.enum[0];
	if (node.oneOf) return emptyOf(node.oneOf[0]!);
	switch (node.type) {
		case 'object':
			return Object.fromEntries(
				Object.entries(node.properties ?? {})
					.filter(([key, property]) => node.required?.includes(key) || property.default !== undefined)
					.map(([key, property]) => [key, emptyOf(property)]),
			);
		case 'array':
			return [];
		case 'integer':
			return Math.max(node.minimum ?? 1, 1);
		default:
			return node.anyOf?.find(({ enum: choices }) => choices)?.enum?.[0] ?? '';
	}
}
