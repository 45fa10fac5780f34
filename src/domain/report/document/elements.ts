import * as Y from 'yjs';
import type { Block, Run } from './blocks.ts';

/** Blocks as the elements of a joint document; what `blocksIn` reads from them is the same again. */
export const elementsOf = (blocks: readonly Block[]): Y.XmlElement[] => blocks.map(elementOf);

function elementOf(block: Block): Y.XmlElement {
	switch (block.is) {
		case 'paragraph':
			return written('paragraph', block.runs);
		case 'subheading': {
			const heading = written('heading', block.runs);
			// The type knows of texts alone; a number is what the editor writes and the shape asks for.
			heading.setAttribute('level', 3 as unknown as string);
			return heading;
		}
		case 'quote':
			return holding(
				'blockquote',
				block.paragraphs.map((runs) => written('paragraph', runs)),
			);
		case 'list':
			return holding(
				block.ordered ? 'orderedList' : 'bulletList',
				block.items.map((item) => holding('listItem', elementsOf(item))),
			);
		case 'finding': {
			const finding = new Y.XmlElement('finding');
			finding.setAttribute('id', block.id);
			return finding;
		}
	}
}

function holding(name: string, elements: Y.XmlElement[]): Y.XmlElement {
	const element = new Y.XmlElement(name);
	element.insert(0, elements);
	return element;
}

/** Each line of words is a text of its own, for a break stands between them. */
function written(name: string, runs: readonly Run[]): Y.XmlElement {
	const element = new Y.XmlElement(name);
	element.insert(
		0,
		linesOf(runs).flatMap((line, index) => [
			...(index > 0 ? [new Y.XmlElement('hardBreak')] : []),
			...(line.length > 0 ? [textOf(line)] : []),
		]),
	);
	return element;
}

function textOf(line: readonly Run[]): Y.XmlText {
	const text = new Y.XmlText();
	text.applyDelta(
		line.map(({ words, bold, italic }) => ({
			insert: words,
			attributes: { ...(bold && { bold: {} }), ...(italic && { italic: {} }) },
		})),
	);
	return text;
}

function linesOf(runs: readonly Run[]): Run[][] {
	const lines: Run[][] = [[]];
	for (const run of runs)
		for (const [index, words] of run.words.split('\n').entries()) {
			if (index > 0) lines.push([]);
			if (words !== '') lines.at(-1)!.push({ ...run, words });
		}
	return lines;
}
