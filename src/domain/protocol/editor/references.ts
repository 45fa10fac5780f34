import type { Option } from './field.ts';
import { isKey } from './keys.ts';
import { isObject, type Node } from './node.ts';

/**
 * What a reference may point at in this draft: the stages, the forms, the kinds of evidence or of activity, the levels of its own question;
 * an anchor also at the days and facts that the schema names, and at a stage as 'stage:key'.
 */
export function referred({ refers, anyOf, words }: Node, document: unknown, path: string): Option[] {
	const held = isObject(document) ? document : {};
	const fixed = (anyOf ?? []).flatMap((branch) => branch.enum ?? []);
	const named = fixed.map((value) => ({ value, label: words?.[value] ?? value }));
	switch (refers) {
		case 'stages':
			return [...named, ...keyed(held['stages'], fixed.length > 0 ? 'stage:' : '')];
		case 'forms':
			return Object.entries(isObject(held['forms']) ? held['forms'] : {}).map(([key, form]) => ({
				value: key,
				label: labelOf(form) ?? key,
			}));
		case 'levels':
			return keyed(levelsAround(document, path), '');
		case 'kinds of activity':
			return keyed(isObject(held['day']) ? held['day']['activityKinds'] : [], '');
		default:
			return keyed(isObject(held['evidence']) ? held['evidence']['kinds'] : [], '');
	}
}

/** The levels of the question to which a descriptor at this path belongs. */
function levelsAround(document: unknown, path: string): unknown {
	const steps = path.split('.').slice(0, -3);
	const question = steps.reduce<unknown>(
		(held, step) =>
			typeof held === 'object' && held !== null ? (held as Record<string, unknown>)[step] : undefined,
		document,
	);
	return isObject(question) ? question['levels'] : [];
}

const keyed = (list: unknown, prefix: string): Option[] =>
	(Array.isArray(list) ? (list as unknown[]) : []).filter(isObject).flatMap((entry) => {
		const { key } = entry;
		if (typeof key !== 'string' || !isKey(key)) return [];
		const label = labelOf(entry) ?? key;
		return [{ value: `${prefix}${key}`, label: prefix === '' ? label : `‘${label}’` }];
	});

function labelOf(entry: unknown): string | undefined {
	if (!isObject(entry)) return undefined;
	const label = entry['label'] ?? entry['title'];
	return typeof label === 'string' && label !== '' ? label : undefined;
}
