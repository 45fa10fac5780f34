import type { Field, Item, Option } from './field.ts';
import { fixedKeys, isObject, isRecord, variants, type Node } from './node.ts';
import { inALine } from './in-a-line.ts';
import { referred } from './references.ts';

/**
 * The fields in which a part of a protocol is edited, drawn from its schema and from what the draft holds now. Total: what
 * the draft lacks or holds in another form is shown empty, for the author to put right.
 *
 * @param document the whole draft, for choices that point at another part of it
 */
export function fieldsOf(node: Node, held: unknown, path: string, document: unknown): Field {
	// What is left out holds as its default, and is shown so: what is shown is what is posted.
	const value = held === undefined ? node.default : held;
	const said = { path, label: node.title ?? '', hint: node.description };
	if (node.type === 'string' && path.endsWith('.key')) return { ...said, is: 'hidden', value: text(value) };
	if (node.refers && node.type !== 'array')
		return {
			...said,
			is: 'choice',
			value: text(value),
			options: referred(node, document, path),
			optional: false,
		};
	if (node.enum)
		return { ...said, is: 'choice', value: text(value), options: optionsOf(node), optional: false };
	if (node.oneOf) return variantsOf(node, value, said, document);
	switch (node.type) {
		case 'boolean':
			return { ...said, is: 'tick', value: value === true };
		case 'integer':
			return { ...said, is: 'number', value: text(value), optional: false };
		case 'array':
			return listOf(node, value, said, document);
		case 'object':
			return {
				...said,
				is: 'group',
				fields: isRecord(node)
					? recordOf(node, value, path, document)
					: propertiesOf(node, value, path, document),
			};
		default:
			return {
				...said,
				is: node.holds ?? ((node.maxLength ?? 300) > 300 ? 'passage' : 'line'),
				value: text(value),
				optional: false,
			};
	}
}

type Said = { path: string; label: string; hint: string | undefined };

const text = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

export const spoken = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
export const optionsOf = ({ enum: values = [], words }: Node): Option[] =>
	values.map((value) => ({ value, label: words?.[value] ?? spoken(value) }));

function propertiesOf(node: Node, value: unknown, path: string, document: unknown): Field[] {
	const held = isObject(value) ? value : {};
	return Object.entries(node.properties ?? {})
		.filter(([, property]) => property.const === undefined)
		.map(([key, property]) => {
			const field = fieldsOf(property, held[key], path === '' ? key : `${path}.${key}`, document);
			const optional = !node.required?.includes(key) && property.default === undefined;
			if (!optional) return field;
			if (field.is === 'group') return { ...field, present: isObject(held[key]) };
			return 'optional' in field ? { ...field, optional } : field;
		});
}

/** A record with keys of its own is a group of groups; one with free keys is one list. */
function recordOf(node: Node, value: unknown, path: string, document: unknown): Field[] {
	const held = isObject(value) ? value : {};
	const entry = node.additionalProperties!;
	const keys = fixedKeys(node);
	if (!keys)
		return [
			{
				path,
				label: '',
				is: 'list',
				most: 40,
				one: node.one ?? 'one',
				items: Object.entries(held).map(([key, one]) => itemOf(entry, one, `${path}.${key}`, key, document)),
			},
		];
	return keys.map((key) => ({
		...fieldsOf(entry, held[key], `${path}.${key}`, document),
		label: node.propertyNames?.words?.[key] ?? spoken(key),
	}));
}

function listOf(node: Node, value: unknown, said: Said, document: unknown): Field {
	const held = Array.isArray(value) ? (value as unknown[]) : [];
	const items = node.items!;
	if (node.refers || items.enum)
		return {
			...said,
			is: 'choices',
			value: held.map(text),
			options: node.refers ? referred(node, document, said.path) : optionsOf(items),
		};
	if (items.type === 'string') return { ...said, is: 'lines', value: held.map(text).join('\n') };
	return {
		...said,
		is: 'list',
		most: 60,
		one: node.one ?? 'one',
		items: held.map((one, index) => itemOf(items, one, `${said.path}.${index}`, String(index), document)),
	};
}

function itemOf(node: Node, value: unknown, path: string, name: string, document: unknown): Item {
	const field = fieldsOf(node, value, path, document);
	const fields = field.is === 'group' ? field.fields : [field];
	const title = titleOf(value);
	return { name, title: title ?? 'New', about: inALine(fields, title), fields };
}

/** What an entry is called: its label, title or name, whichever it has. */
function titleOf(value: unknown): string | undefined {
	if (!isObject(value)) return undefined;
	const called = ['label', 'title', 'name', 'term', 'words'].map((key) => {
		const held = value[key];
		return Array.isArray(held) ? held.map(text).join(', ') : held;
	});
	return called.find((one): one is string => typeof one === 'string' && one.trim() !== '');
}

function variantsOf(node: Node, value: unknown, said: Said, document: unknown): Field {
	const branches = variants(node);
	const held = isObject(value) ? value : {};
	const chosen = branches.find(({ kind }) => kind === held['kind']) ?? branches[0]!;
	return {
		...said,
		is: 'variants',
		value: chosen.kind,
		options: branches.map(({ kind, node: branch }) => ({ value: kind, label: branch.title ?? spoken(kind) })),
		fields: propertiesOf(chosen.node, held, said.path, document),
	};
}
