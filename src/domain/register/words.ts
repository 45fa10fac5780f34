/**
 * What people type, brought to the words the register is searched by: no accents, apostrophes or capitals, and one
 * spelling for the parts of names that everybody abbreviates ('C of E', 'St', 'Jnr', 'Pri Sch').
 */
export function wordsOf(text: string): string[] {
	let plain = text
		.normalize('NFD')
		.replace(/[\u0300-\u036f'’‘`´]/g, '')
		.toLowerCase();
	for (const [phrase, short] of phrases) plain = plain.replace(phrase, ` ${short} `);
	return plain
		.split(/[^a-z0-9]+/)
		.filter((word) => word && !silent.has(word))
		.map((word) => oneSpelling.get(word) ?? word);
}

/** The words under which the register files a text: a phrase under its short form and under each of its words. */
export function filedWordsOf(text: string): string[] {
	return wordsOf(text).flatMap((word) => [word, ...(inFull.get(word) ?? [])]);
}

const phrases: readonly [RegExp, string][] = [
	[/\bc\.?e\.?v\.?([ac])\b/g, 'cofe v$1'],
	[/\b(church of england|c of e|c\/e|c\.e\b\.?|cofe|coe|ce)\b/g, 'cofe'],
	[/\b(roman catholic|r\.c\b\.?|rc)\b/g, 'rc'],
	[/\b(voluntary aided|v\.a\b\.?)\b/g, 'va'],
	[/\b(voluntary controlled|v\.c\b\.?)\b/g, 'vc'],
];

const inFull = new Map([
	['cofe', ['church', 'england']],
	['rc', ['roman', 'catholic']],
	['va', ['voluntary', 'aided']],
	['vc', ['voluntary', 'controlled']],
]);

const silent = new Set(['and', 'the', 'of']);

const oneSpelling = new Map(
	Object.entries({
		st: 'saint ss',
		primary: 'pri prim primry',
		junior: 'jnr jun juniors',
		infant: 'inf infants infs',
		school: 'sch schl schools',
		academy: 'acad',
		nursery: 'nurs',
		secondary: 'sec',
		community: 'comm',
	}).flatMap(([word, spellings]) => spellings.split(' ').map((spelling) => [spelling, word] as const)),
);

/** The three-letter pieces of a word, its edges marked: 'oak' → '^oa', 'oak', 'ak$'. */
export function trigramsOf(word: string): string[] {
	const marked = `^${word}$`;
	const pieces: string[] = [];
	for (let at = 0; at + 3 <= marked.length; at++) pieces.push(marked.slice(at, at + 3));
	return pieces;
}

/**
 * How many slips of the finger lie between two words: a letter too many, too few, wrong, or two swapped. Stops counting
 * beyond `limit` and answers limit + 1.
 * @param asPrefix what is typed may be the beginning of the word: letters after it cost nothing
 */
export function slipsBetween(typed: string, word: string, limit: number, asPrefix = false): number {
	if (typed.length - word.length > limit || (!asPrefix && word.length - typed.length > limit))
		return limit + 1;
	const width = asPrefix ? Math.min(word.length, typed.length + limit) : word.length;
	let earlier: number[] = [];
	let above = Array.from({ length: width + 1 }, (_, column) => column);
	for (let row = 1; row <= typed.length; row++) {
		const line = [row];
		for (let column = 1; column <= width; column++) {
			const same = typed[row - 1] === word[column - 1];
			let slips = Math.min(above[column]! + 1, line[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1));
			const swapped =
				row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1];
			if (swapped) slips = Math.min(slips, earlier[column - 2]! + 1);
			line.push(slips);
		}
		if (Math.min(...line) > limit) return limit + 1;
		[earlier, above] = [above, line];
	}
	return Math.min(asPrefix ? Math.min(...above) : above[width]!, limit + 1);
}
