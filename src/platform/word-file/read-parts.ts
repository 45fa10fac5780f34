import JSZip from 'jszip';
import mammoth from 'mammoth';
import { withoutControls } from '../text.ts';
import type { ReadWord, WordBlock, WordParagraph, WordRun } from './word-block.ts';

/** Reads what the parts of a Word file say (see `readWord`). Throws where they make no document. */
export async function readParts(parts: ReadonlyMap<string, Uint8Array>): Promise<ReadWord> {
	const document = await documentOf(parts);
	const leftOut = { pictures: 0, notes: 0, comments: 0 };
	return { blocks: blocksOf(document?.children ?? [], leftOut), leftOut };
}

/** What mammoth makes of a part of a document; only what is read here. */
interface Node {
	type: string;
	children?: Node[];
	value?: string;
	breakType?: string;
	styleName?: string | null;
	isBold?: boolean;
	isItalic?: boolean;
	numbering?: { level: string | number; isOrdered: boolean } | null;
}

/** Reads a file of its checked parts alone. The tree is taken before anything is made of it, so no picture is ever opened. */
async function documentOf(parts: ReadonlyMap<string, Uint8Array>): Promise<Node | undefined> {
	const zip = new JSZip();
	for (const [name, part] of parts) zip.file(name, part);
	let document: Node | undefined;
	await mammoth.convertToHtml(
		{ buffer: await zip.generateAsync({ type: 'nodebuffer', compression: 'STORE' }) },
		{
			transformDocument: (read: Node) => {
				document = read;
				return { ...read, children: [] };
			},
		},
	);
	return document;
}

function blocksOf(nodes: readonly Node[], leftOut: ReadWord['leftOut']): WordBlock[] {
	return nodes.flatMap((node): WordBlock[] => {
		if (node.type === 'paragraph') return paragraphOf(node, leftOut);
		if (node.type !== 'table') return [];
		const rows = (node.children ?? []).map((row) =>
			(row.children ?? []).map((cell) => paragraphsIn(blocksOf(cell.children ?? [], leftOut))),
		);
		return rows.flat(2).length > 0 ? [{ is: 'table', rows }] : [];
	});
}

const paragraphsIn = (blocks: readonly WordBlock[]): WordParagraph[] =>
	blocks.flatMap((block) => (block.is === 'table' ? block.rows.flat(2) : [block]));

function paragraphOf(node: Node, leftOut: ReadWord['leftOut']): WordParagraph[] {
	const style = node.styleName ?? '';
	// A table of contents says again what stands in its headings.
	if (/^toc\b/i.test(style)) return [];
	const runs = trimmed(runsOf(node.children ?? [], {}, leftOut));
	if (runs.length === 0) return [];
	const level = /^heading (\d)$/i.exec(style)?.[1];
	const list = node.numbering;
	return [
		{
			is: 'paragraph',
			heading: /^title$/i.test(style) ? 0 : level === undefined ? null : Number(level),
			quote: /^(?:intense )?quote$/i.test(style),
			list: list ? { ordered: list.isOrdered, level: Number(list.level) || 0 } : null,
			runs,
		},
	];
}

function runsOf(
	nodes: readonly Node[],
	marks: Omit<WordRun, 'words'>,
	leftOut: ReadWord['leftOut'],
): WordRun[] {
	return nodes.flatMap((node): WordRun[] => {
		switch (node.type) {
			case 'text':
				return [{ words: withoutControls(node.value ?? ''), ...marks }];
			case 'tab':
				return [{ words: ' ', ...marks }];
			case 'break':
				return node.breakType === 'line' ? [{ words: '\n', ...marks }] : [];
			case 'image':
				leftOut.pictures += 1;
				return [];
			case 'noteReference':
				leftOut.notes += 1;
				return [];
			case 'commentReference':
				leftOut.comments += 1;
				return [];
			default: {
				const within = {
					...marks,
					...(node.isBold && { bold: true as const }),
					...(node.isItalic && { italic: true as const }),
				};
				return runsOf(node.children ?? [], within, leftOut);
			}
		}
	});
}

/** Runs that are marked alike become one; there are no blanks at either end. */
function trimmed(runs: readonly WordRun[]): WordRun[] {
	const joined: WordRun[] = [];
	for (const run of runs) {
		const last = joined.at(-1);
		if (last && last.bold === run.bold && last.italic === run.italic) last.words += run.words;
		else joined.push({ ...run });
	}
	if (joined.every(({ words }) => words.trim() === '')) return [];
	while (joined[0]!.words.trim() === '') joined.shift();
	while (joined.at(-1)!.words.trim() === '') joined.pop();
	joined[0]!.words = joined[0]!.words.trimStart();
	joined.at(-1)!.words = joined.at(-1)!.words.trimEnd();
	return joined.filter(({ words }) => words !== '');
}
