import type { Protocol } from '#domain/protocol/schema.ts';
import type { Passage, Span } from './passages.ts';

export interface Avoided extends Span {
	why: string;
}

/** Those in single marks end where no letter follows, so that an apostrophe ends none. */
const quotations = /“[^“”]*”|"[^"\n]*"|‘[^‘\n]*?’(?!\p{L})/gu;

/**
 * Finds the words that the protocol’s reports do without, each with its reason. They are the writers’ to choose: what is quoted is
 * left as it was said.
 */
export function avoidedIn({ avoids }: Protocol['report']): (passage: Passage) => Avoided[] {
	const reasons = new Map(avoids.flatMap(({ words, why }) => words.map((one) => [asOne(one), why] as const)));
	// The longest first, so that ‘must not’ is found before ‘must’.
	const longest = [...reasons.keys()].sort((one, other) => other.length - one.length);
	if (longest.length === 0) return () => [];
	const any = new RegExp(
		String.raw`(?<![\p{L}\p{N}-])(?:${longest.map(asPattern).join('|')})(?![\p{L}\p{N}]|-\p{L})`,
		'giu',
	);
	return ({ words, quoted }) =>
		quoted
			? []
			: [...words.replace(quotations, (quote) => ' '.repeat(quote.length)).matchAll(any)].map(
					({ 0: found, index }) => ({
						from: index,
						to: index + found.length,
						why: reasons.get(asOne(found)) ?? '',
					}),
				);
}

const asOne = (words: string): string =>
	words.toLocaleLowerCase('en-GB').replace(/\s+/g, ' ').replaceAll('’', "'");

const asPattern = (words: string): string =>
	words
		.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`)
		.replaceAll(' ', String.raw`\s+`)
		.replaceAll("'", "['’]");
