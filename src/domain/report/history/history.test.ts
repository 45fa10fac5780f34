import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { authoredLines } from './authored.ts';
import { differences } from './differences.ts';

test('KSA-3 of every word it is known who wrote it, also within one sentence', () => {
	const [one, other] = [new Y.Doc(), new Y.Doc()];
	one.clientID = 1;
	other.clientID = 2;
	const paragraph = new Y.XmlElement('paragraph');
	const text = new Y.XmlText('Pupils read.');
	paragraph.insert(0, [text]);
	one.getXmlFragment('a').push([paragraph]);
	const list = new Y.XmlElement('bulletList');
	const item = new Y.XmlElement('listItem');
	const within = new Y.XmlElement('paragraph');
	within.insert(0, [new Y.XmlText('Every day')]);
	item.insert(0, [within]);
	list.insert(0, [item]);
	one.getXmlFragment('a').push([list, new Y.XmlElement('paragraph')]);
	Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
	const theirs = (other.getXmlFragment('a').get(0) as Y.XmlElement).get(0) as Y.XmlText;
	theirs.insert(6, ' often', { bold: {} });
	theirs.delete(0, 1);
	theirs.insert(0, 'p', {});
	expect(authoredLines(other.getXmlFragment('a'))).toEqual([
		{
			is: 'paragraph',
			runs: [
				{ writer: 2, words: 'p' },
				{ writer: 1, words: 'upils' },
				{ writer: 2, words: ' often' },
				{ writer: 1, words: ' read.' },
			],
		},
		{ is: 'item', runs: [{ writer: 1, words: 'Every day' }] },
	]);
});

test('a difference holds all of then and all of now, in order', () => {
	const text = fc
		.array(fc.constantFrom('Pupils', 'read', ' ', '\n', 'aloud', '.', '😀'))
		.map((all) => all.join(''));
	fc.assert(
		fc.property(text, text, (then, now) => {
			const all = differences(then, now);
			const without = (gone: string) =>
				all
					.filter(({ is }) => is !== gone)
					.map(({ words }) => words)
					.join('');
			expect([without('came'), without('went')]).toEqual([then, now]);
		}),
	);
	expect(differences('They read.', 'They read aloud.').filter(({ is }) => is !== 'same')).not.toEqual([]);
});
