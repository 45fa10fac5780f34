/** One word of a partnership for what recurs in its reviews. */
export interface Theme {
	id: string;
	label: string;
	/** Words by which it is suggested. */
	keywords: readonly string[];
	retired: boolean;
	version: number;
}

const mostSuggested = 3;

/**
 * Themes that some words speak of: those whose keywords stand in them as whole words, however they are written, the one with most
 * of them first, at most three. Retired ones are not suggested.
 */
export function suggestedThemes<T extends Theme>(themes: readonly T[], words: string): T[] {
	const spoken = ` ${plain(words)} `;
	return themes
		.filter(({ retired }) => !retired)
		.map((theme) => ({
			theme,
			hits: theme.keywords.filter((keyword) => spoken.includes(` ${plain(keyword)} `)).length,
		}))
		.filter(({ hits }) => hits > 0)
		.toSorted((one, other) => other.hits - one.hits)
		.slice(0, mostSuggested)
		.map(({ theme }) => theme);
}

/** Letters and figures alone, with one space between words. */
const plain = (words: string): string =>
	words
		.toLowerCase()
		.replace(/[’']s?\b/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
