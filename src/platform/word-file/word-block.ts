/** What a Word file says, in its order, without how it looks. */
export type WordBlock = WordParagraph | { is: 'table'; rows: WordParagraph[][][] };

export interface WordParagraph {
	is: 'paragraph';
	/** Its level where it is a heading by its style, the title's being 0; else null. */
	heading: number | null;
	quote: boolean;
	/** Where it is an item of a list; level 0 is the outermost. */
	list: { ordered: boolean; level: number } | null;
	/** None is empty. */
	runs: WordRun[];
}

/** A line break within a paragraph is '\n'. */
export interface WordRun {
	words: string;
	bold?: true;
	italic?: true;
}

/** What was read, and how much of what no block can hold was left out. */
export interface ReadWord {
	blocks: WordBlock[];
	leftOut: { pictures: number; notes: number; comments: number };
}
