import * as Y from 'yjs';

/** Words that are gone because somebody deleted what they stood in, without having seen them. */
export interface LostWords {
	/** The part of the document they stood in. */
	part: string;
	/** The number under which they were written. */
	writer: number;
	/** What stood in the part itself and was deleted with them, by its number and place: 'writer.clock'. */
	block: string;
	words: string;
}

/**
 * What a transaction deleted though its author did not say so. Whoever deletes a paragraph names all that they see in it;
 * what is deleted and named by nobody was written there meanwhile. It does not matter which of the two came first.
 */
export function lostIn(doc: Y.Doc, transaction: Y.Transaction, named: DeleteSet): LostWords[] {
	const lost = new Map<Y.Item, string>();
	const blocks = new Set<Y.Item>();
	Y.iterateDeletedStructs(transaction, transaction.deleteSet as never, (struct) => {
		if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return;
		const words = unnamed(struct, struct.content.str, named);
		if (words === '') return;
		lost.set(struct, words);
		blocks.add(blockOf(struct));
	});
	return [...blocks].flatMap((block) => {
		const part = partOf(doc, block);
		return part === null
			? []
			: byWriter(block, lost).map(([writer, words]) => ({
					part,
					writer,
					block: `${block.id.client}.${block.id.clock}`,
					words,
				}));
	});
}

/**
 * The letters of a run that are named by nobody. Who goes on writing where they left off makes one run of both, and a paragraph that
 * is deleted takes it whole.
 */
function unnamed({ id }: Y.Item, letters: string, named: DeleteSet): string {
	let words = '';
	for (let at = 0; at < letters.length; at += 1)
		if (!Y.isDeleted(named as never, Y.createID(id.client, id.clock + at))) words += letters[at]!;
	return words;
}

type DeleteSet = ReturnType<typeof Y.decodeUpdate>['ds'];

/** What an item stands in that stands in a part itself. */
function blockOf(item: Y.Item): Y.Item {
	const above = (item.parent as Y.AbstractType<unknown>)._item;
	return above ? blockOf(above) : item;
}

function partOf(doc: Y.Doc, block: Y.Item): string | null {
	for (const [name, type] of doc.share) if (type === block.parent) return name;
	return null;
}

/** The lost words of a block by who wrote them, in the order in which they stood. */
function byWriter(block: Y.Item, lost: ReadonlyMap<Y.Item, string>): [writer: number, words: string][] {
	const words = new Map<number, string[]>();
	const walk = (type: Y.AbstractType<unknown>) => {
		const line = new Map<number, string>();
		for (let item = type._start; item; item = item.right) {
			if (item.content instanceof Y.ContentType) walk(item.content.type);
			const letters = lost.get(item);
			if (letters !== undefined) line.set(item.id.client, (line.get(item.id.client) ?? '') + letters);
		}
		for (const [writer, text] of line) words.set(writer, [...(words.get(writer) ?? []), text]);
	};
	if (block.content instanceof Y.ContentType) walk(block.content.type);
	return [...words].map(([writer, lines]) => [writer, lines.join('\n')]);
}
