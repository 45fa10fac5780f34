import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js';

/** An element of a PDF's tag tree, with the words that stand in it. */
export interface Tag {
	role: string;
	scope?: string;
	alt?: string;
	/** Of a cell: the ids of the headers it stands under. */
	headers?: string[];
	words: string;
	tags: Tag[];
}

interface Bookmark {
	title: string;
	items: Bookmark[];
}

/** What a reader's software is told of a PDF. */
export interface ReadPdf {
	pages: number;
	title: string;
	/** The window shows the title and not the file's name. */
	showsTitle: boolean;
	language: string;
	isTagged: boolean;
	bookmarks: Bookmark[];
	tags: Tag[];
	/** All words, on their sides. */
	text: string[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
	const task = getDocument({ data: bytes.slice(), verbosity: 0 });
	const pdf = await task.promise;
	const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
	const viewer = (await pdf.getViewerPreferences()) as Map<string, unknown> | null;
	const marks = (await pdf.getMarkInfo()) as Map<string, boolean> | null;
	const tags: Tag[] = [];
	const text: string[] = [];
	for (let number = 1; number <= pdf.numPages; number += 1) {
		const page = await pdf.getPage(number);
		const { items } = await page.getTextContent({ includeMarkedContent: true });
		const said = items.map((item) => ('str' in item ? item.str : '')).join(' ');
		text.push(said.replace(/\s+/g, ' '));
		const root = (await page.getStructTree()) as Node | null;
		tags.push(...(root?.children ?? []).flatMap((node) => tagOf(node, wordsById(items))));
	}
	const read = {
		pages: pdf.numPages,
		title: info.Title ?? '',
		showsTitle: viewer?.get('DisplayDocTitle') === true,
		language: info.Language ?? '',
		isTagged: marks?.get('Marked') === true,
		bookmarks: bookmarksOf((await pdf.getOutline()) ?? []),
		tags,
		text,
	};
	await task.destroy();
	return read;
}

/** Every tag of one role, in reading order. */
export const tagsOf = (tags: readonly Tag[], role: RegExp): Tag[] =>
	tags.flatMap((tag) => [...(role.test(tag.role) ? [tag] : []), ...tagsOf(tag.tags, role)]);

interface Node {
	role?: string;
	type?: string;
	id?: string;
	alt?: string;
	scope?: string;
	headers?: string[];
	children?: Node[];
}

function tagOf(node: Node, words: ReadonlyMap<string, string>): Tag[] {
	if (!node.role) return [];
	const children = node.children ?? [];
	const said = (one: Node): string =>
		one.type === 'content' ? (words.get(one.id!) ?? '') : (one.children ?? []).map(said).join('');
	return [
		{
			role: node.role,
			...(node.scope && { scope: node.scope }),
			...(node.alt && { alt: node.alt }),
			...(node.headers && { headers: node.headers }),
			words: children.map(said).join('').trim(),
			tags: children.flatMap((child) => tagOf(child, words)),
		},
	];
}

function wordsById(items: readonly (TextItem | TextMarkedContent)[]): Map<string, string> {
	const words = new Map<string, string>();
	const open: (string | undefined)[] = [];
	for (const item of items) {
		if ('str' in item) {
			const id = open.findLast((one) => one !== undefined);
			if (id) words.set(id, (words.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''));
		} else if (item.type === 'endMarkedContent') open.pop();
		else open.push(item.id);
	}
	return words;
}

const bookmarksOf = (items: readonly { title: string; items: unknown[] }[]): Bookmark[] =>
	items.map((item) => ({ title: item.title, items: bookmarksOf(item.items as Bookmark[]) }));
