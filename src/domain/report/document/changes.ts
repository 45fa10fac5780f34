import { diffArrays } from 'diff';
import * as Y from 'yjs';
import { placeIn } from '#platform/joint-document/places.ts';
import type { Stretch } from './input.ts';
import type { Block } from './blocks.ts';
import { elementsOf } from './elements.ts';

// Changes that the product makes to a joint document for somebody: each gives the update that makes it.

/** Under this number stands what was written before the report was a joint document. */
export const carriedOver = 0;

/** Adds paragraphs at the end of a heading, one for each line. */
export const appended = (doc: Y.Doc, heading: string, words: string): Uint8Array =>
	changing(doc, () => {
		const part = doc.getXmlFragment(heading);
		part.insert(part.length, paragraphs(words));
	});

/** Adds blocks at the end of several headings at once. */
export const appendedBlocks = (
	doc: Y.Doc,
	parts: readonly { heading: string; blocks: readonly Block[] }[],
): Uint8Array =>
	changing(doc, () => {
		for (const { heading, blocks } of parts) {
			const part = doc.getXmlFragment(heading);
			part.insert(part.length, elementsOf(blocks));
		}
	});

/** Puts words back where the block stood that they were lost with: after what is left of what stood before it. */
export const putBack = (doc: Y.Doc, lost: { heading: string; block: string; words: string }): Uint8Array =>
	changing(doc, () => {
		const part = doc.getXmlFragment(lost.heading);
		part.insert(placeOf(part, lost.block), paragraphs(lost.words));
	});

/** Writes other words in the place of some within one paragraph; null where those are gone or are others by now. */
export function replaced(
	doc: Y.Doc,
	{ anchor, head }: Stretch,
	{ quoted, instead }: { quoted: string; instead: string },
): Uint8Array | null {
	const [one, other] = [placeIn(doc, anchor), placeIn(doc, head)];
	if (!one || !other || one.type !== other.type || !(one.type instanceof Y.XmlText)) return null;
	const text = one.type;
	const [from, to] = [one.index, other.index].toSorted((a, b) => a - b) as [number, number];
	const words = text
		.toDelta()
		.map(({ insert }: { insert: string }) => insert)
		.join('');
	if (from === to || text._item?.deleted || words.slice(from, to).trim() !== quoted) return null;
	return changing(doc, () => {
		text.delete(from, to - from);
		text.insert(from, instead);
	});
}

/** Has every heading say again what it said at another time. What is the same is left alone, with who wrote it. */
export const restored = (doc: Y.Doc, then: Y.Doc, headings: readonly string[]): Uint8Array =>
	changing(doc, () => {
		for (const heading of headings) restorePart(doc.getXmlFragment(heading), then.getXmlFragment(heading));
	});

/** What was written as plain text under headings, as the beginning of a joint document. */
export function begun(sections: readonly { heading: string; body: string }[]): Uint8Array {
	const doc = new Y.Doc({ gc: false });
	doc.clientID = carriedOver;
	doc.transact(() => {
		for (const { heading, body } of sections) doc.getXmlFragment(heading).insert(0, paragraphs(body));
	});
	return Y.encodeStateAsUpdate(doc);
}

function changing(doc: Y.Doc, change: () => void): Uint8Array {
	const before = Y.encodeStateVector(doc);
	doc.transact(change);
	return Y.encodeStateAsUpdate(doc, before);
}

const paragraphs = (words: string): Y.XmlElement[] =>
	words
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter((line) => line !== '')
		.map((line) => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText(line)]);
			return paragraph;
		});

function placeOf(part: Y.XmlFragment, block: string): number {
	const [writer, clock] = block.split('.').map(Number);
	let place = 0;
	for (let item = part._start; item; item = item.right) {
		if (Y.compareIDs(item.id, Y.createID(writer!, clock!))) return place;
		if (!item.deleted) place += item.length;
	}
	return part.length;
}

function restorePart(now: Y.XmlFragment, then: Y.XmlFragment): void {
	const theirs = then.toArray() as Y.XmlElement[];
	const said = (part: Y.XmlFragment) => part.toArray().map((element) => element.toString());
	let [place, taken] = [0, 0];
	for (const { added, removed, count } of diffArrays(said(now), said(then))) {
		if (removed) now.delete(place, count);
		else if (added)
			now.insert(
				place,
				theirs.slice(taken, taken + count).map((element) => element.clone()),
			);
		if (!removed) {
			place += count;
			taken += count;
		}
	}
}
