import * as Y from 'yjs';

/** What is written under a heading, as it is read, signed and printed. */
export type Block =
	| { is: 'paragraph'; runs: Run[] }
	| { is: 'subheading'; runs: Run[] }
	| { is: 'list'; ordered: boolean; items: ListBlock[][] }
	| { is: 'quote'; paragraphs: Run[][] }
	| { is: 'finding'; id: string };

export type ListBlock = Extract<Block, { is: 'paragraph' | 'list' }>;

/** Words marked alike. A line break within a paragraph is '\n'. */
export interface Run {
	words: string;
	bold?: true;
	italic?: true;
}

/** What stands in a part of the joint document, in its order. What says nothing is left out. */
export const blocksIn = (part: Y.XmlFragment): Block[] => elementsIn(part).flatMap(blockOf);

function blockOf(element: Y.XmlElement): Block[] {
	switch (element.nodeName) {
		case 'paragraph':
		case 'heading': {
			const runs = runsIn(element);
			const is = element.nodeName === 'heading' ? 'subheading' : 'paragraph';
			return runs.length > 0 ? [{ is, runs }] : [];
		}
		case 'bulletList':
		case 'orderedList': {
			const items = elementsIn(element)
				.map((item) => elementsIn(item).flatMap(blockOf).filter(isListBlock))
				.filter((item) => item.length > 0);
			return items.length > 0 ? [{ is: 'list', ordered: element.nodeName === 'orderedList', items }] : [];
		}
		case 'blockquote': {
			const paragraphs = elementsIn(element)
				.map(runsIn)
				.filter((runs) => runs.length > 0);
			return paragraphs.length > 0 ? [{ is: 'quote', paragraphs }] : [];
		}
		case 'finding':
			return [{ is: 'finding', id: String(element.getAttribute('id')) }];
		default:
			return [];
	}
}

const isListBlock = (block: Block): block is ListBlock => block.is === 'paragraph' || block.is === 'list';

const elementsIn = (within: Y.XmlFragment): Y.XmlElement[] =>
	within.toArray().filter((one) => one instanceof Y.XmlElement);

/** The words of a paragraph without blanks around them; none where there is nothing but blanks. */
function runsIn(paragraph: Y.XmlElement): Run[] {
	const runs = paragraph.toArray().flatMap((one): Run[] => {
		if (one instanceof Y.XmlElement) return one.nodeName === 'hardBreak' ? [{ words: '\n' }] : [];
		return (one as Y.XmlText).toDelta().map(runOf);
	});
	if (!runs.some(({ words }) => words.trim() !== '')) return [];
	runs[0]!.words = runs[0]!.words.trimStart();
	runs.at(-1)!.words = runs.at(-1)!.words.trimEnd();
	return runs.filter(({ words }) => words !== '');
}

const runOf = ({ insert, attributes }: { insert: unknown; attributes?: object }): Run => ({
	words: String(insert),
	...(attributes && 'bold' in attributes && { bold: true }),
	...(attributes && 'italic' in attributes && { italic: true }),
});

/** The words of blocks alone, a line a paragraph; findings have none here. */
export const wordsOf = (blocks: readonly Block[]): string => blocks.flatMap(linesOf).join('\n');

function linesOf(block: Block): string[] {
	switch (block.is) {
		case 'paragraph':
		case 'subheading':
			return [line(block.runs)];
		case 'list':
			return block.items.flat().flatMap(linesOf);
		case 'quote':
			return block.paragraphs.map(line);
		case 'finding':
			return [];
	}
}

const line = (runs: readonly Run[]) => runs.map(({ words }) => words).join('');
