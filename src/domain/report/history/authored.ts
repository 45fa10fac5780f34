import * as Y from 'yjs';

/** A paragraph, or what stands as one, with who wrote which of its words. */
export interface AuthoredLine {
	is: 'paragraph' | 'subheading' | 'item' | 'quote';
	runs: AuthoredRun[];
}

/** Words that one person wrote, by the number under which they did. */
export interface AuthoredRun {
	writer: number;
	words: string;
}

/** What stands in a part of the joint document, with who wrote it. Findings are nobody's alone and are left out. */
export const authoredLines = (part: Y.XmlFragment): AuthoredLine[] => linesIn(part, 'paragraph');

const kinds: Record<string, AuthoredLine['is']> = {
	heading: 'subheading',
	listItem: 'item',
	blockquote: 'quote',
};

function linesIn(within: Y.XmlFragment, is: AuthoredLine['is']): AuthoredLine[] {
	const elements = within.toArray().filter((one) => one instanceof Y.XmlElement);
	return elements.flatMap((element) => {
		const kind = kinds[element.nodeName] ?? is;
		if (element.nodeName !== 'paragraph' && element.nodeName !== 'heading') return linesIn(element, kind);
		const runs = element.toArray().flatMap((one) => (one instanceof Y.XmlText ? runsIn(one) : []));
		return runs.some(({ words }) => words.trim() !== '') ? [{ is: kind, runs: joined(runs) }] : [];
	});
}

function runsIn(text: Y.XmlText): AuthoredRun[] {
	const runs: AuthoredRun[] = [];
	for (let item = text._start; item; item = item.right)
		if (!item.deleted && item.content instanceof Y.ContentString)
			runs.push({ writer: item.id.client, words: item.content.str });
	return runs;
}

function joined(runs: readonly AuthoredRun[]): AuthoredRun[] {
	const all: AuthoredRun[] = [];
	for (const run of runs) {
		const last = all.at(-1);
		if (last?.writer === run.writer) last.words += run.words;
		else all.push({ ...run });
	}
	return all;
}
