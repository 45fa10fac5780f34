import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { integrate } from './integrate.ts';
import { most, type DocumentShape } from './shape.ts';

const shape: DocumentShape = {
	hasPart: (name) => name === 'summary',
	inPart: ['paragraph', 'list'],
	kinds: {
		paragraph: { holds: [], words: true, attributes: { level: (value) => value === 3 } },
		list: { holds: ['list', 'paragraph'], words: false, attributes: {} },
	},
	marks: { bold: (value) => JSON.stringify(value) === '{}' },
};

/** An update as somebody's browser would send it. */
function written(by: number, write: (doc: Y.Doc) => void, upon?: Uint8Array): Uint8Array {
	const doc = new Y.Doc({ gc: false });
	if (upon) Y.applyUpdate(doc, upon);
	doc.clientID = by;
	const before = Y.encodeStateVector(doc);
	doc.transact(() => write(doc));
	return Y.encodeStateAsUpdate(doc, before);
}

const inPart = (by: number, write: (part: Y.XmlFragment) => void, upon?: Uint8Array) =>
	written(by, (doc) => write(doc.getXmlFragment('summary')), upon);

const paragraph = (...words: string[]) => {
	const element = new Y.XmlElement('paragraph');
	element.insert(
		0,
		words.map((one) => new Y.XmlText(one)),
	);
	return element;
};

const base = inPart(1, (part) => part.insert(0, [paragraph('They help each other.')]));

const upon = (before: Uint8Array) => {
	const doc = new Y.Doc({ gc: false });
	Y.applyUpdate(doc, before);
	return doc;
};
const anybody = () => true;
const take = (update: Uint8Array, before: Uint8Array = base) =>
	integrate(upon(before), update, shape, anybody);

test('an update is taken once; sent again it changes nothing', () => {
	const update = inPart(2, (part) => part.insert(1, [paragraph('They ask.')]), base);
	const doc = upon(base);
	expect(integrate(doc, update, shape, anybody)).toEqual({
		is: 'taken',
		changed: true,
		writers: [2],
		lost: [],
	});
	const text = doc.getXmlFragment('summary').toString();
	expect(integrate(doc, update, shape, anybody)).toEqual({
		is: 'taken',
		changed: false,
		writers: [],
		lost: [],
	});
	expect(doc.getXmlFragment('summary').toString()).toBe(text);
});

test('marks, attributes and deleting are taken', () => {
	const update = inPart(
		2,
		(part) => {
			const first = part.get(0) as Y.XmlElement;
			first.setAttribute('level', 3 as never);
			(first.get(0) as Y.XmlText).format(0, 4, { bold: {} });
			(first.get(0) as Y.XmlText).delete(5, 5);
		},
		base,
	);
	expect(take(update)).toMatchObject({ is: 'taken', changed: true });
});

describe('refused is', () => {
	const refused: [string, Uint8Array, string][] = [
		['what cannot be read', new Uint8Array([1, 2, 3, 4, 5]), 'malformed'],
		['nothing at all', new Uint8Array(), 'malformed'],
		['more than one update may have', new Uint8Array(most.updateBytes + 1), 'too large'],
		[
			'another part',
			written(2, (doc) => doc.getXmlFragment('constructor').insert(0, [paragraph('x')])),
			'not of this document',
		],
		[
			'a map beside the parts',
			written(2, (doc) => doc.getMap('summary').set('a', 1)),
			'not of this document',
		],
		[
			'an unknown kind',
			inPart(2, (part) => part.insert(0, [new Y.XmlElement('script')])),
			'not of this document',
		],
		[
			'a kind by a name every object has',
			inPart(2, (part) => part.insert(0, [new Y.XmlElement('toString')])),
			'not of this document',
		],
		[
			'words in the part itself',
			inPart(2, (part) => part.insert(0, [new Y.XmlText('x')])),
			'not of this document',
		],
		[
			'a kind where it has no place',
			inPart(2, (part) => {
				const outer = paragraph();
				part.insert(0, [outer]);
				outer.insert(0, [new Y.XmlElement('list')]);
			}),
			'not of this document',
		],
		[
			'an unknown attribute',
			inPart(2, (part) => (part.get(0) as Y.XmlElement).setAttribute('onclick', 'alert(1)'), base),
			'not of this document',
		],
		[
			'an attribute with another value',
			inPart(2, (part) => (part.get(0) as Y.XmlElement).setAttribute('level', 1 as never), base),
			'not of this document',
		],
		[
			'an unknown mark',
			inPart(
				2,
				(part) => ((part.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { link: 'javascript:' }),
				base,
			),
			'not of this document',
		],
		[
			'a picture among the words',
			inPart(
				2,
				(part) => ((part.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(0, { image: 'x' }),
				base,
			),
			'not of this document',
		],
		[
			'a document within the document',
			written(2, (doc) => doc.getMap('summary').set('a', new Y.Doc())),
			'not of this document',
		],
		[
			'more in each other than anybody reads',
			inPart(2, (part) => {
				let outer: Y.XmlFragment = part;
				for (let depth = 0; depth <= most.depth + 1; depth += 1) {
					const inner = new Y.XmlElement('list');
					outer.insert(0, [inner]);
					outer = inner;
				}
			}),
			'not of this document',
		],
		[
			'what rests on something that is not there',
			inPart(
				2,
				(part) => part.insert(2, [paragraph('x')]),
				inPart(3, (part) => part.insert(0, [paragraph('a'), paragraph('b')])),
			),
			'incomplete',
		],
	];
	test.each(refused)('%s', (_, update, because) => {
		expect(take(update)).toEqual({ is: 'refused', because });
	});

	test('what is written under another’s number', () => {
		const update = inPart(2, (part) => part.insert(0, [paragraph('x')]), base);
		expect(integrate(upon(base), update, shape, (writer) => writer !== 2)).toEqual({
			is: 'refused',
			because: 'another’s name',
		});
	});
});

const kindsIn = (within: Y.XmlFragment): string[] =>
	within.toArray().flatMap((one) => (one instanceof Y.XmlElement ? [one.nodeName, ...kindsIn(one)] : []));

test('whatever bytes come, they are refused or taken, and what is taken is of the document', () => {
	const good = inPart(2, (part) => part.insert(1, [paragraph('They ask and they are answered.')]), base);
	fc.assert(
		fc.property(
			fc.oneof(
				fc.uint8Array({ maxLength: 200 }),
				fc
					.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
					.map((changes) => {
						const bytes = good.slice();
						for (const [at, value] of changes) bytes[at] = value;
						return bytes;
					}),
			),
			(bytes) => {
				const doc = upon(base);
				const outcome = integrate(doc, bytes, shape, anybody);
				if (outcome.is === 'refused') return;
				expect([...doc.share.keys()]).toEqual(['summary']);
				expect(['paragraph', 'list']).toEqual(expect.arrayContaining(kindsIn(doc.getXmlFragment('summary'))));
			},
		),
		{ numRuns: 2_000 },
	);
});
