import type { PostedForm } from '#platform/form-data.ts';
import { fixedKeys, isRecord, variants, type Node } from './node.ts';
import { printable } from './storable.ts';

/**
 * A part of a protocol as its editor posts it, each field under its path. Nothing is judged: what is no number stays as it
 * was typed, what is empty stays empty, and the schema says so where the draft is read. Lists say which entries they have in
 * fields named `path[]`, so that what was folded away is not lost.
 */
export function posted(node: Node, form: PostedForm, path: string): unknown {
	const typed = one(form, path);
	if (node.oneOf) return variantPosted(node, form, path);
	switch (node.type) {
		case 'boolean':
			return typed === 'yes';
		case 'integer':
			return numberOr(typed);
		case 'array':
			return listPosted(node, form, path);
		case 'object':
			return isRecord(node) ? recordPosted(node, form, path) : propertiesPosted(node, form, path);
		default:
			return typed ?? '';
	}
}

const one = (form: PostedForm, name: string): string | undefined => {
	const typed = [form[name]].flat().at(-1);
	return typed === undefined ? undefined : printable(typed);
};

/** Each once: entries that came twice would each be read whole, and lists within lists multiply. */
const many = (form: PostedForm, name: string): string[] => [
	...new Set(
		[form[name] ?? []]
			.flat()
			.map(printable)
			.filter((value) => value !== ''),
	),
];

function numberOr(typed: string | undefined): unknown {
	const text = typed ?? '';
	if (text === '') return '';
	return /^-?\d{1,6}$/.test(text) ? Number(text) : text;
}

function propertiesPosted(node: Node, form: PostedForm, path: string): Record<string, unknown> {
	const document: Record<string, unknown> = {};
	for (const [key, property] of Object.entries(node.properties ?? {})) {
		const at = path === '' ? key : `${path}.${key}`;
		if (property.const !== undefined) document[key] = property.const;
		else if (!isLeftOut(node, key, property, form, at)) document[key] = posted(property, form, at);
	}
	return document;
}

/** An optional group is there while its box is ticked, an optional field while something is in it. */
function isLeftOut(node: Node, key: string, property: Node, form: PostedForm, at: string): boolean {
	if (node.required?.includes(key) || property.default !== undefined) return false;
	return property.type === 'object' ? one(form, `${at}?`) !== 'yes' : (one(form, at) ?? '') === '';
}

function listPosted(node: Node, form: PostedForm, path: string): unknown[] {
	const items = node.items!;
	if (node.refers || items.enum) return many(form, path);
	if (items.type === 'string')
		return (one(form, path) ?? '')
			.split('\n')
			.map((line) => line.trim())
			.filter((line) => line !== '');
	return many(form, path).map((name) => posted(items, form, `${path}.${name}`));
}

function recordPosted(node: Node, form: PostedForm, path: string): Record<string, unknown> {
	const keys = fixedKeys(node) ?? many(form, path);
	return Object.fromEntries(
		keys.map((key) => [key, posted(node.additionalProperties!, form, `${path}.${key}`)]),
	);
}

function variantPosted(node: Node, form: PostedForm, path: string): Record<string, unknown> {
	const branches = variants(node);
	const kind = one(form, `${path}.kind`);
	const branch = branches.find((candidate) => candidate.kind === kind) ?? branches[0]!;
	return propertiesPosted(branch.node, form, path);
}
