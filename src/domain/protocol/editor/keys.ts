import { isObject } from './node.ts';

/**
 * Gives each entry that has none its key, made of what it is called and of the mark that it was added with; people never type
 * one. An entry that has a key keeps it when it is called otherwise, so that what points at it stays true. By the mark, what
 * two drafts add under one name stays two things when one is carried onto the other, and a form sent twice makes one key.
 */
export function withKeys(value: unknown): unknown {
	if (Array.isArray(value)) return named(value.map(withKeys));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withKeys(inner)]));
}

function named(list: unknown[]): unknown[] {
	const taken = new Set(list.filter(isObject).map((entry) => entry['key']));
	return list.map((entry) => {
		if (!isObject(entry) || typeof entry['key'] !== 'string' || isKey(entry['key'])) return entry;
		const called = entry['label'] ?? entry['title'] ?? entry['words'];
		if (typeof called !== 'string' || called.trim() === '') return entry;
		const key = free(`${keyOf(called)}${entry['key']}`, taken);
		taken.add(key);
		return { ...entry, key };
	});
}

/** Whether an entry has its key, and not only a mark, or not even that. */
export const isKey = (text: string): boolean => text !== '' && !/^-[0-9a-f]{8}$/.test(text);

/** As long as leaves room in a key (platform/text.ts) for 'k-' before it, a mark and a number after it. */
const longest = 45;

/** 'Café at 3 o’clock!' → 'cafe-at-3-o-clock'; what begins with no letter gets one. */
export function keyOf(words: string): string {
	const plain = words
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, longest)
		.replace(/-+$/, '');
	return /^[a-z]/.test(plain) ? plain : `k-${plain}`.replace(/-$/, '');
}

function free(key: string, taken: ReadonlySet<unknown>): string {
	let candidate = key;
	for (let number = 2; taken.has(candidate); number += 1) candidate = `${key}-${number}`;
	return candidate;
}
