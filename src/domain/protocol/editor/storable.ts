/** Deeper, and longer in one list, than anything in a protocol. */
const deepest = 20;
const longest = 200;

/** Characters no keyboard writes come from damaged pastes, and a database cannot keep all of them. */
export const printable = (typed: string): string =>
	typed
		.toWellFormed()
		.replace(/\r\n?/g, '\n')
		.replace(/[^\P{Cc}\t\n]/gu, '')
		.trim();

/**
 * A document from outside as it can be kept: its text printable, nothing else changed. Throws RangeError where it is nested
 * deeper, or a list in it is longer, than any protocol is: neither could be edited, and both would take very long to show.
 */
export function storable(value: unknown, depth = 0): unknown {
	if (typeof value === 'string') return printable(value);
	if (typeof value !== 'object' || value === null) return value;
	if (depth === deepest || Object.keys(value).length > longest) throw new RangeError('This is no protocol.');
	if (Array.isArray(value)) return value.map((one) => storable(one, depth + 1));
	return Object.fromEntries(
		Object.entries(value).map(([key, inner]) => [printable(key), storable(inner, depth + 1)]),
	);
}
