import type { WordBlock, WordParagraph, WordRun } from '#platform/word-file/word-block.ts';
import type { Block, ListBlock } from '../document/blocks.ts';

/** What may be brought into a report; findings are made from evidence and come from no file. */
export type ImportedBlock = Exclude<Block, { is: 'finding' }>;

/** What stood in an older report under one heading of its own. */
export interface Piece {
	/** The heading as it stood there; '' for what stood before the first. */
	title: string;
	/** The heading of the protocol it belongs to by its name; null where none has it. */
	heading: string | null;
	/** Word for word, or alike: written otherwise, numbered, in capitals. Null where it was not found. */
	found: 'exactly' | 'alike' | null;
	blocks: ImportedBlock[];
}

/** Beyond so many, headings that belong to none of the protocol's stand within the piece before them. */
const mostPieces = 150;
/** Lists within lists; what lies deeper comes up to there. */
export const deepestList = 4;

/**
 * Lays what a Word file says under the headings of a protocol, by their labels: a heading of the file, a line in bold or a cell of
 * a table that says the same. A heading beneath one that was found stays in it as a subheading; any other begins a piece that
 * could not be placed.
 */
export function placed(blocks: readonly WordBlock[], headings: readonly Labelled[]): Piece[] {
	const match = matcher(headings);
	const pieces: Piece[] = [{ title: '', heading: null, found: null, blocks: [] }];
	let level = Number.POSITIVE_INFINITY;
	for (const step of stepsOf(blocks, match)) {
		const piece = pieces.at(-1)!;
		if (step.is !== 'heading') piece.blocks.push(step);
		else if (step.found === null && (step.level > level || pieces.length >= mostPieces))
			piece.blocks.push({ is: 'subheading', runs: [{ words: step.words }] });
		else {
			const { words: title, heading, found } = step;
			pieces.push({ title, heading, found, blocks: [] });
			level = step.level;
		}
	}
	return pieces.filter(({ title, blocks: held }) => title !== '' || held.length > 0);
}

interface Labelled {
	key: string;
	label: string;
}
type Match = Pick<Piece, 'heading' | 'found'>;
type Matcher = (paragraph: WordParagraph) => Match | null;
type Step = ({ is: 'heading'; level: number; words: string } & Match) | ImportedBlock;

function stepsOf(blocks: readonly WordBlock[], match: Matcher): Step[] {
	const steps: Step[] = [];
	let items: WordParagraph[] = [];
	const endList = () => {
		if (items.length > 0) steps.push(listOf(items, 0));
		items = [];
	};
	for (const one of blocks.flatMap((block) => withoutTables(block, match))) {
		if (one.is === 'list') {
			endList();
			steps.push(one);
			continue;
		}
		const found = match(one);
		if (one.list && !found && one.heading === null) {
			items.push(one);
			continue;
		}
		endList();
		const last = steps.at(-1);
		if (found || one.heading !== null)
			steps.push({
				...{ is: 'heading', level: one.heading ?? 1, words: wordsOf(one.runs) },
				...(found ?? { heading: null, found: null }),
			});
		else if (!one.quote) steps.push(asParagraph(one));
		else if (last?.is === 'quote') last.paragraphs.push(one.runs);
		else steps.push({ is: 'quote', paragraphs: [one.runs] });
	}
	endList();
	return steps;
}

/** A table that only lays out a form becomes what stands in it; of any other each row is an item of a list. */
function withoutTables(block: WordBlock, match: Matcher): (WordParagraph | List)[] {
	if (block.is !== 'table') return [block];
	const all = block.rows.flat(2);
	if (block.rows.every((row) => row.length < 2) || all.some((paragraph) => match(paragraph))) return all;
	const items = block.rows.map((row) => row.flat().map(asParagraph)).filter((item) => item.length > 0);
	return [{ is: 'list', ordered: false, items }];
}

type List = Extract<ListBlock, { is: 'list' }>;

/** Paragraphs one after the other as lists in one another, as deep as each stands. */
function listOf(paragraphs: readonly WordParagraph[], level: number): List {
	const items: ListBlock[][] = [];
	for (let at = 0; at < paragraphs.length;) {
		const paragraph = paragraphs[at]!;
		let end = at + 1;
		while (end < paragraphs.length && levelOf(paragraphs[end]!) > level) end += 1;
		if (levelOf(paragraph) > level) items.push([listOf(paragraphs.slice(at, end), level + 1)]);
		else
			items.push([
				asParagraph(paragraph),
				...(end > at + 1 ? [listOf(paragraphs.slice(at + 1, end), level + 1)] : []),
			]);
		at = end;
	}
	return {
		is: 'list',
		ordered: paragraphs.find((one) => levelOf(one) === level)?.list?.ordered ?? false,
		items,
	};
}

const levelOf = ({ list }: WordParagraph): number => Math.min(list?.level ?? 0, deepestList - 1);

const asParagraph = ({ runs }: WordParagraph): Extract<ImportedBlock, { is: 'paragraph' }> => ({
	is: 'paragraph',
	runs,
});

/** A paragraph that says what a heading is called, and no more, stands for that heading. */
function matcher(headings: readonly Labelled[]): Matcher {
	const exactly = new Map(headings.map(({ key, label }) => [label, key]));
	const alike = new Map(headings.map(({ key, label }) => [plain(label), key]));
	return ({ runs, quote }) => {
		const words = wordsOf(runs);
		if (quote || words.length > 200) return null;
		const exact = exactly.get(words);
		if (exact !== undefined) return { heading: exact, found: 'exactly' };
		const near = alike.get(plain(words));
		return near === undefined ? null : { heading: near, found: 'alike' };
	};
}

/** Words as they are compared: without numbers before them, capitals, signs or blanks that people write in one way or another. */
const plain = (words: string): string =>
	words
		.normalize('NFKD')
		.toLowerCase()
		.replace(/^\s*(?:(?:section|part)\s+)?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)[.):]\s+/u, '')
		.replaceAll('&', ' and ')
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim()
		.replace(/^the /, '');

const wordsOf = (runs: readonly WordRun[]): string =>
	runs
		.map(({ words }) => words)
		.join('')
		.replace(/\s+/g, ' ')
		.trim();
