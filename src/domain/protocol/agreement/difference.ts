import type { Section } from '../words.ts';

/** What changed in one part of a document: the sentences taken out and those put in. */
export interface SectionDifference {
	key: string;
	title: string;
	removed: string[];
	added: string[];
}

/**
 * What changed from one version of a document to the next, part by part in the later one's order; a part that fell away
 * stands where it stood. Sentences that stayed in their order are not shown. Equal documents give nothing.
 */
export function differenceInWords(before: Section[], after: Section[]): SectionDifference[] {
	const earlier = new Map(before.map((section) => [section.key, section]));
	const later = new Map(after.map((section) => [section.key, section]));
	const keys = edits(
		before.map(({ key }) => key),
		after.map(({ key }) => key),
	).map(({ line }) => line);
	return [...new Set(keys)]
		.map((key) => {
			const steps = edits(earlier.get(key)?.sentences ?? [], later.get(key)?.sentences ?? []);
			return {
				key,
				title: (later.get(key) ?? earlier.get(key))!.title,
				removed: steps.filter(({ is }) => is === 'removed').map(({ line }) => line),
				added: steps.filter(({ is }) => is === 'added').map(({ line }) => line),
			};
		})
		.filter(({ removed, added }) => removed.length + added.length > 0);
}

export interface Edit {
	is: 'kept' | 'removed' | 'added';
	line: string;
}

/** The fewest steps from one list of lines to another, by their longest common subsequence; removals come before additions. */
export function edits(before: readonly string[], after: readonly string[]): Edit[] {
	const common = commonLengths(before, after);
	const steps: Edit[] = [];
	let [b, a] = [0, 0];
	while (b < before.length || a < after.length) {
		if (b < before.length && a < after.length && before[b] === after[a]) {
			steps.push({ is: 'kept', line: before[b]! });
			b += 1;
			a += 1;
		} else if (a >= after.length || (b < before.length && common[b + 1]![a]! >= common[b]![a + 1]!)) {
			steps.push({ is: 'removed', line: before[b]! });
			b += 1;
		} else {
			steps.push({ is: 'added', line: after[a]! });
			a += 1;
		}
	}
	return steps;
}

/** How many lines the rest of one list, from a place on, has in common and in order with the rest of the other. */
function commonLengths(before: readonly string[], after: readonly string[]): number[][] {
	const lengths = Array.from({ length: before.length + 1 }, () => Array<number>(after.length + 1).fill(0));
	for (let b = before.length - 1; b >= 0; b -= 1)
		for (let a = after.length - 1; a >= 0; a -= 1)
			lengths[b]![a] =
				before[b] === after[a]
					? lengths[b + 1]![a + 1]! + 1
					: Math.max(lengths[b + 1]![a]!, lengths[b]![a + 1]!);
	return lengths;
}
