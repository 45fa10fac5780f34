/** What may stand where in a joint document. It is data, so that browsers and servers hold to the same. */
export interface DocumentShape {
	/** Whether the document has a part of this name. Parts are fixed: nobody can delete one or move it. */
	hasPart(name: string): boolean;
	/** The kinds of element that may stand in a part itself. */
	inPart: readonly string[];
	kinds: Readonly<Record<string, ElementKind>>;
	/** How words may be marked, and which value each mark may have. */
	marks: Readonly<Record<string, (value: unknown) => boolean>>;
}

/**
 * No kind asks for a fixed number or order of what it holds. Two changes made at once, each in order, could break such a
 * rule together, and what breaks it would be deleted with the words in it.
 */
export interface ElementKind {
	/** The kinds of element it may hold. */
	holds: readonly string[];
	/** Whether words may stand in it. */
	words: boolean;
	attributes: Readonly<Record<string, (value: unknown) => boolean>>;
}

/** The most of anything that one update or one document may have. */
export const most = {
	/** Two hundred pages pasted at once are about 700,000. */
	updateBytes: 2_000_000,
	documentBytes: 8_000_000,
	/** Elements within elements: a list in a list is two. Far beyond what anybody writes. */
	depth: 60,
	/** Updates of the log that travel at once. */
	updatesAtOnce: 500,
} as const;
