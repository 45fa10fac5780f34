import * as Y from 'yjs';
import { control } from '../control-characters.ts';
import { lostIn, type LostWords } from './lost-words.ts';
import { most, type DocumentShape, type ElementKind } from './shape.ts';

/** Why an update is not taken. */
export type Refusal = 'malformed' | 'too large' | 'incomplete' | 'not of this document' | 'another’s name';

export type Integration =
	| {
			is: 'taken';
			/** False where all of it was there already. */
			changed: boolean;
			/** The numbers under which its author wrote in it. */
			writers: number[];
			/** Words that someone else deleted without having seen them. */
			lost: LostWords[];
	  }
	| { is: 'refused'; because: Refusal };

/**
 * Brings an update into a document that keeps what is deleted (`gc: false`). Refused are updates that cannot be read, are
 * larger than `most`, rest on others that are not there, hold what the shape has no place for, or write under a number that
 * is another person's. After a refusal the document is to be thrown away: it may hold parts of the update.
 */
export function integrate(
	doc: Y.Doc,
	update: Uint8Array,
	shape: DocumentShape,
	isTheirs: (writer: number) => boolean,
): Integration {
	if (update.byteLength > most.updateBytes) return { is: 'refused', because: 'too large' };
	const decoded = decode(update);
	if (!decoded) return { is: 'refused', because: 'malformed' };
	const known = Y.decodeStateVector(Y.encodeStateVector(doc));
	const fresh = decoded.structs.filter(({ id, length }) => id.clock + length > (known.get(id.client) ?? 0));
	const writers = [...new Set(fresh.map(({ id }) => id.client))];
	if (!writers.every(isTheirs)) return { is: 'refused', because: 'another’s name' };
	if (!fresh.every(isOfAKnownSort)) return { is: 'refused', because: 'not of this document' };

	let changed = false;
	let lost: LostWords[] = [];
	const look = (transaction: Y.Transaction) => {
		changed ||= transaction.deleteSet.clients.size > 0 || fresh.length > 0;
		lost = lostIn(doc, transaction, decoded.ds);
	};
	doc.on('afterTransaction', look);
	try {
		Y.applyUpdate(doc, update);
	} catch {
		return { is: 'refused', because: 'malformed' };
	} finally {
		doc.off('afterTransaction', look);
	}
	if (doc.store.pendingStructs || doc.store.pendingDs) return { is: 'refused', because: 'incomplete' };
	if (![...doc.share.keys()].every((name) => shape.hasPart(name)))
		return { is: 'refused', because: 'not of this document' };
	for (const { id, length } of fresh)
		if (!fits(doc, id, length, shape)) return { is: 'refused', because: 'not of this document' };
	return { is: 'taken', changed, writers, lost };
}

function decode(update: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
	try {
		return Y.decodeUpdate(update);
	} catch {
		return null;
	}
}

/** Words that can be shown, marks, elements, attributes, and what was deleted before it was sent. */
const isOfAKnownSort = (struct: Y.AbstractStruct): boolean =>
	struct instanceof Y.GC ||
	(struct instanceof Y.Item &&
		((struct.content instanceof Y.ContentString && !control.test(struct.content.str)) ||
			struct.content instanceof Y.ContentFormat ||
			struct.content instanceof Y.ContentAny ||
			struct.content instanceof Y.ContentDeleted ||
			(struct.content instanceof Y.ContentType &&
				(struct.content.type instanceof Y.XmlElement || struct.content.type instanceof Y.XmlText))));

/** Whether each thing of a run stands where the shape has a place for it. */
function fits(doc: Y.Doc, id: Y.ID, length: number, shape: DocumentShape): boolean {
	for (let clock = id.clock; clock < id.clock + length;) {
		const struct = Y.getItem(doc.store, Y.createID(id.client, clock)) as Y.AbstractStruct;
		if (struct instanceof Y.Item && !itemFits(struct, shape)) return false;
		clock = struct.id.clock + struct.length;
	}
	return true;
}

function itemFits(item: Y.Item, shape: DocumentShape): boolean {
	const parent = item.parent as Y.AbstractType<unknown>;
	const { content, parentSub } = item;
	if (content instanceof Y.ContentDeleted) return true;
	if (depthOf(parent) > most.depth) return false;
	if (parent instanceof Y.XmlText) {
		if (content instanceof Y.ContentString) return true;
		// A mark that ends has no value any more.
		return (
			content instanceof Y.ContentFormat &&
			(content.value === null || (own(shape.marks, content.key)?.(content.value) ?? false))
		);
	}
	const kind = parent instanceof Y.XmlElement ? own(shape.kinds, parent.nodeName) : partOf(parent, shape);
	if (!kind) return false;
	if (parentSub !== null)
		return (
			content instanceof Y.ContentAny &&
			content.arr.every((value) => own(kind.attributes, parentSub)?.(value) ?? false)
		);
	if (!(content instanceof Y.ContentType)) return false;
	return content.type instanceof Y.XmlElement ? kind.holds.includes(content.type.nodeName) : kind.words;
}

/** Names come from strangers: `constructor` is none of ours. */
const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
	Object.hasOwn(record, name) ? record[name] : undefined;

function partOf(parent: Y.AbstractType<unknown>, shape: DocumentShape): ElementKind | undefined {
	if (parent._item !== null || !shape.hasPart(Y.findRootTypeKey(parent))) return undefined;
	return { holds: shape.inPart, words: false, attributes: {} };
}

function depthOf(type: Y.AbstractType<unknown>): number {
	let depth = 0;
	for (let at = type._item; at; at = (at.parent as Y.AbstractType<unknown>)._item) depth += 1;
	return depth;
}
