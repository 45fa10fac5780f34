/** Words of a text as they stand there; `shared` where they stand in another text as well. */
export interface Stretch {
	words: string;
	shared: boolean;
}

/** As many words in a row make it a quotation and no chance; of a shorter text all of them, and no fewer than three. */
const inARow = 4;
const fewest = 3;
/** Letters a word, on the whole: `in the middle of` says nothing of where words come from. */
const telling = 3.75;

interface Word {
	word: string;
	from: number;
	to: number;
}

/** The words of a text without its punctuation, and without regard to capitals and kinds of apostrophe. */
const wordsOf = (text: string): Word[] =>
	[...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
		word: word.toLowerCase().replaceAll('’', "'"),
		from: index,
		to: index + word.length,
	}));

const tells = (row: readonly Word[]) => said(row).replaceAll(' ', '').length >= telling * row.length;

const rows = (words: readonly Word[], length: number): (readonly Word[])[] =>
	Array.from({ length: Math.max(0, words.length - length + 1) }, (_, at) => words.slice(at, at + length));

const said = (row: readonly Word[]) => row.map(({ word }) => word).join(' ');

/**
 * Which words of a text stand in another in the same order, several in a row. Words that say nothing by themselves belong to it where
 * they go on from others that do.
 */
function sharedWith(words: readonly Word[], other: readonly Word[]): Set<number> {
	const length = Math.min(inARow, words.length, other.length);
	if (length < fewest) return new Set();
	const there = new Set(rows(other, length).map(said));
	const runs: { words: Set<number>; tells: boolean }[] = [];
	rows(words, length).forEach((row, at) => {
		if (!there.has(said(row))) return;
		const run = runs.at(-1)?.words.has(at) ? runs.at(-1)! : { words: new Set<number>(), tells: false };
		if (run !== runs.at(-1)) runs.push(run);
		row.forEach((_, next) => run.words.add(at + next));
		run.tells ||= tells(row);
	});
	return new Set(runs.filter((run) => run.tells).flatMap((run) => [...run.words]));
}

/** A text in stretches, those that stand in one of the others marked; all of it together is the text. */
export function marked(text: string, others: readonly string[]): Stretch[] {
	const words = wordsOf(text);
	const shared = new Set(others.flatMap((other) => [...sharedWith(words, wordsOf(other))]));
	const stretches: Stretch[] = [];
	const add = (from: number, to: number, isShared: boolean) => {
		const last = stretches.at(-1);
		if (from === to) return;
		if (last?.shared === isShared) last.words += text.slice(from, to);
		else stretches.push({ words: text.slice(from, to), shared: isShared });
	};
	let at = 0;
	words.forEach(({ from, to }, index) => {
		// What stands between two words that are shared belongs to them.
		add(at, from, shared.has(index) && shared.has(index - 1));
		add(from, to, shared.has(index));
		at = to;
	});
	add(at, text.length, false);
	return stretches;
}

/** How many words of a text stand in another. */
export const sharedWords = (text: string, other: string): number =>
	sharedWith(wordsOf(text), wordsOf(other)).size;
