/**
 * A document to be taken away, as what it says and in which order. PDF, Word and page are made of the same paper, so none of
 * them can say what another leaves out.
 */
export interface Paper {
	title: string;
	/** What kind of document it is, above its title. */
	kicker: string;
	authors: readonly string[];
	/** The sentence at the foot of each side. */
	restriction: string;
	blocks: readonly PaperBlock[];
}

export type PaperBlock =
	| { is: 'facts'; facts: readonly { term: string; words: string }[] }
	/** What the reader is to know of the document before they read it. */
	| { is: 'notice'; words: string }
	/** Level 1 stands under the title. A level is never skipped: a paper begins with 1. */
	| { is: 'heading'; level: 1 | 2 | 3; runs: readonly PaperRun[] }
	/** The headings of level 1 that follow, each leading to its place. */
	| { is: 'contents' }
	| PaperParagraph
	| PaperList
	| { is: 'quote'; paragraphs: readonly (readonly PaperRun[])[]; by?: string }
	| { is: 'table'; columns: readonly PaperColumn[]; rows: readonly (readonly PaperCell[])[] };

export interface PaperParagraph {
	is: 'paragraph';
	runs: readonly PaperRun[];
	/** Said beside what was said before it: where it comes from, who wrote it. */
	aside?: true;
}

export interface PaperList {
	is: 'list';
	ordered: boolean;
	items: readonly (readonly (PaperParagraph | PaperList)[])[];
}

export interface PaperColumn {
	label: string;
	/** Its share of the width. */
	share: number;
}

/** What stands in one cell, a paragraph each. */
export type PaperCell = readonly PaperParagraph[];

/** Words marked alike. A line break within a paragraph is '\n'. */
export interface PaperRun {
	words: string;
	bold?: true;
	italic?: true;
}

/** What people typed into a field of several lines: an empty line begins a paragraph. */
export const paragraphs = (words: string, aside?: true): PaperParagraph[] =>
	words
		.split(/\n\s*\n/)
		.map((paragraph) => paragraph.trim())
		.filter((paragraph) => paragraph !== '')
		.map((paragraph) => ({ is: 'paragraph', runs: [{ words: paragraph }], ...(aside && { aside }) }));

export const heading = (level: 1 | 2, words: string): PaperBlock => ({
	is: 'heading',
	level,
	runs: [{ words }],
});

/** What makes a paper of its own, as a part of a longer one: under a heading, its own headings a level deeper. */
export const part = (label: string, blocks: readonly PaperBlock[]): PaperBlock[] => [
	heading(1, label),
	...blocks.map((block) =>
		block.is === 'heading' ? { ...block, level: block.level === 1 ? (2 as const) : (3 as const) } : block,
	),
];

export const contentsOf = (paper: Paper): { words: string; block: PaperBlock }[] =>
	paper.blocks.flatMap((block) =>
		block.is === 'heading' && block.level === 1
			? [{ words: block.runs.map(({ words }) => words).join(''), block }]
			: [],
	);

export const aside = (words: string): PaperParagraph => ({ is: 'paragraph', runs: [{ words }], aside: true });
