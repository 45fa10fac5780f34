import { expect, test } from 'vitest';
import { suggestedThemes } from './themes.ts';

const theme = (label: string, keywords: string[], retired = false) => ({
	...{ id: label, label, keywords, retired },
	version: 1,
});
const themes = [
	theme('Reading', ['read', 'books', 'times tables']),
	theme('Writing', ['write']),
	theme('Talk', ['talk', 'books', 'word']),
	theme('Old', ['books'], true),
];
const labels = (words: string) => suggestedThemes(themes, words).map(({ label }) => label);

test('a theme is suggested by whole words of its own, the one with most of them first, and none that is retired', () => {
	expect(labels('Pupils READ, and talk about “books”.')).toEqual(['Reading', 'Talk']);
	expect(labels('They talk of books, word by word')).toEqual(['Talk', 'Reading']);
	expect(labels('The times\ntables are sung.')).toEqual(['Reading']);
	expect(labels('Bread and writers')).toEqual([]);
	expect(labels('')).toEqual([]);
});
