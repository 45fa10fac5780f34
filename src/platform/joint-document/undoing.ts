import * as Y from 'yjs';

/**
 * One undo over several parts of a document, for what was done under one origin. What holds words of others by now stays when its
 * beginning is undone: those are theirs to take out.
 */
export const undoOver = (doc: Y.Doc, parts: readonly string[], origin: unknown): Y.UndoManager =>
	new Y.UndoManager(
		parts.map((part) => doc.getXmlFragment(part)),
		{ trackedOrigins: new Set([origin]), deleteFilter: (item) => !holdsOthers(item, doc.clientID) },
	);

function holdsOthers({ content }: Y.Item, own: number): boolean {
	if (!(content instanceof Y.ContentType)) return false;
	for (let item = content.type._start; item; item = item.right) {
		if (item.deleted) continue;
		if (item.content instanceof Y.ContentString && item.id.client !== own) return true;
		if (holdsOthers(item, own)) return true;
	}
	return false;
}
