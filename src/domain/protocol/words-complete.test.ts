import { describe, expect, test } from 'vitest';
import { presets } from './presets/presets.ts';
import type { Protocol } from './protocol.ts';
import { protocolJsonSchema, protocolSchema } from './schema.ts';
import { protocolInWords } from './words.ts';

type Node = { [key: string]: unknown };
type Change = { path: string; make: (document: Protocol) => Protocol };

/** Keys only point from one part to another; nobody reads them. */
const unread = new Set(['key', 'format']);

/** One change for every value that a document of the schema holds. */
function changes(node: Node, value: unknown, path: (string | number)[] = []): Change[] {
	if (value === undefined || unread.has(String(path.at(-1)))) return [];
	const branches = (node['anyOf'] ?? node['oneOf']) as Node[] | undefined;
	if (branches)
		return changes(
			branches.find((branch) => fits(branch, value))!,
			value,
			path,
		);
	const to = (other: unknown) => [
		{ path: path.join('.'), make: (document: Protocol) => put(document, path, other) },
	];
	if (node['enum']) {
		const options = node['enum'] as unknown[];
		return options.length < 2 ? [] : to(options[(options.indexOf(value) + 1) % options.length]);
	}
	if (node['const'] !== undefined) return [];
	if (typeof value === 'number') return to(value + 1);
	if (typeof value === 'boolean') return to(!value);
	if (typeof value === 'string') return to(/^\d\d:/.test(value) ? '09:07' : `${value} indeed`);
	if (value === null) return to(3);
	if (Array.isArray(value)) {
		const inner = value.flatMap((one, index) => changes(node['items'] as Node, one, [...path, index]));
		return value.length === 0 ? inner : [...to(value.slice(0, -1)), ...inner];
	}
	const properties = (node['properties'] ?? {}) as Record<string, Node>;
	return Object.entries(value as object).flatMap(([key, inner]) =>
		changes(properties[key] ?? (node['additionalProperties'] as Node), inner, [...path, key]),
	);
}

function fits(branch: Node, value: unknown): boolean {
	if (branch['type'] === 'null') return value === null;
	if (branch['enum']) return (branch['enum'] as unknown[]).includes(value);
	if (branch['pattern'])
		return typeof value === 'string' && new RegExp(String(branch['pattern'])).test(value);
	if (branch['type'] === 'integer') return typeof value === 'number';
	const kind = (branch['properties'] as Record<string, Node> | undefined)?.['kind']?.['const'];
	return typeof value === 'object' && value !== null && (value as Node)['kind'] === kind;
}

function put(document: Protocol, path: (string | number)[], other: unknown): Protocol {
	const copy = structuredClone(document);
	let place: Record<string | number, unknown> = copy;
	for (const step of path.slice(0, -1)) place = place[step] as typeof place;
	place[path.at(-1)!] = other;
	return copy;
}

describe('a protocol’s plain English leaves nothing out', () => {
	test.each(presets)('$title: whatever value changes, the words change', ({ protocol }) => {
		const before = JSON.stringify(protocolInWords(protocol));
		const all = changes(protocolJsonSchema as Node, protocol);
		expect(all.length).toBeGreaterThan(300);
		const unsaid = all
			.filter(({ make }) => JSON.stringify(protocolInWords(make(protocol))) === before)
			// A ceiling without its floor is refused; what it leaves out of the floor is read all the same.
			.filter(({ make }) => protocolSchema.safeParse(make(protocol)).success);
		expect(unsaid.map(({ path }) => path)).toEqual([]);
	});
});
