import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { undoOver } from './undoing.ts';

/** Two pages of one document, of which one tells the other what it wrote when it is asked to. */
function pages() {
	const [mine, theirs] = [new Y.Doc({ gc: false }), new Y.Doc({ gc: false })];
	const tell = (from: Y.Doc, to: Y.Doc) =>
		Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'heard');
	const write = (doc: Y.Doc, part: string, words: string) =>
		doc.transact(() => {
			const paragraph = new Y.XmlElement('paragraph');
			paragraph.insert(0, [new Y.XmlText(words)]);
			doc.getXmlFragment(part).push([paragraph]);
		}, 'typed');
	return { mine, theirs, tell, write };
}

test('what one wrote goes, in whichever part, and comes back', () => {
	const { mine, write } = pages();
	const undo = undoOver(mine, ['a', 'b'], 'typed');
	write(mine, 'a', 'One.');
	undo.stopCapturing();
	write(mine, 'b', 'Two.');
	undo.undo();
	expect([mine.getXmlFragment('a').length, mine.getXmlFragment('b').length]).toEqual([1, 0]);
	undo.undo();
	expect(mine.getXmlFragment('a').length).toBe(0);
	undo.redo();
	expect(mine.getXmlFragment('a').toString()).toContain('One.');
});

test('a paragraph in which another has written stays with their words, and loses its author’s', () => {
	const { mine, theirs, tell, write } = pages();
	const undo = undoOver(mine, ['a'], 'typed');
	write(mine, 'a', 'Mine. ');
	tell(mine, theirs);
	((theirs.getXmlFragment('a').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(6, 'Theirs.');
	tell(theirs, mine);
	undo.undo();
	expect(mine.getXmlFragment('a').toString()).toContain('Theirs.');
	expect(mine.getXmlFragment('a').toString()).not.toContain('Mine.');
});

test('what others did is not undone', () => {
	const { mine, theirs, tell, write } = pages();
	const undo = undoOver(mine, ['a'], 'typed');
	write(theirs, 'a', 'Theirs.');
	tell(theirs, mine);
	expect(undo.undo()).toBeNull();
	expect(mine.getXmlFragment('a').toString()).toContain('Theirs.');
});
