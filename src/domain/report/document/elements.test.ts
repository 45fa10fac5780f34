import { getSchema } from '@tiptap/core';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { integrate } from '#platform/joint-document/integrate.ts';
import { type Block, blocksIn } from './blocks.ts';
import { appendedBlocks } from './changes.ts';
import { shapeOf } from './shape.ts';
import { writing } from './writing.ts';

const shape = shapeOf({ report: { headings: [{ key: 'strengths' }] } } as Parameters<typeof shapeOf>[0]);
const word = fc.stringMatching(/^[a-zé😀]{1,6}$/u);

/** As `blocksIn` gives them: marked otherwise than their neighbours, without blanks at either end. */
const runs = fc
	.array(fc.tuple(word, fc.constantFrom(' ', '\n')), { minLength: 1, maxLength: 4 })
	.map((parts) =>
		parts.map(([words, end], index) => ({
			words: index < parts.length - 1 ? words + end : words,
			...(index % 2 === 1 && { bold: true as const }),
			...(index % 3 === 2 && { italic: true as const }),
		})),
	);
const paragraph = runs.map((said) => ({ is: 'paragraph' as const, runs: said }));
const list = (items: fc.Arbitrary<unknown[]>) =>
	fc.record({
		is: fc.constant('list' as const),
		ordered: fc.boolean(),
		items: fc.array(items, { minLength: 1, maxLength: 3 }),
	});
const inner = fc.tuple(paragraph).map((one): unknown[] => one);
const blocks = fc.array(
	fc.oneof(
		paragraph,
		runs.map((said) => ({ is: 'subheading' as const, runs: said })),
		fc.record({
			is: fc.constant('quote' as const),
			paragraphs: fc.array(runs, { minLength: 1, maxLength: 3 }),
		}),
		list(fc.tuple(paragraph, list(inner)).map((both): unknown[] => both)),
		fc.uuid().map((id) => ({ is: 'finding' as const, id })),
	) as fc.Arbitrary<Block>,
	{ minLength: 1, maxLength: 6 },
);

/** The words of each kind of block, whatever the runs are cut into. */
const plainly = (all: readonly Block[]) =>
	JSON.stringify(all, (_, value: unknown) =>
		Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null && 'words' in one)
			? (value as { words: string; bold?: true; italic?: true }[])
					.flatMap(({ words, bold, italic }) =>
						[...words].map((letter) =>
							letter === '\n' ? letter : `${letter}${bold ? 'b' : ''}${italic ? 'i' : ''}`,
						),
					)
					.join('')
			: value,
	);

test('blocks put into a joint document are read from it again, are of its shape, and lose nothing in the editor', () => {
	const schema = getSchema(writing);
	fc.assert(
		fc.property(blocks, (all) => {
			const update = appendedBlocks(new Y.Doc({ gc: false }), [{ heading: 'strengths', blocks: all }]);
			const doc = new Y.Doc({ gc: false });
			expect(integrate(doc, update, shape, () => true)).toMatchObject({ is: 'taken' });
			const part = doc.getXmlFragment('strengths');
			expect(plainly(blocksIn(part))).toBe(plainly(all));
			const before = part.toString();
			initProseMirrorDoc(part, schema).doc.check();
			expect(part.toString()).toBe(before);
		}),
		{ numRuns: 200 },
	);
});
