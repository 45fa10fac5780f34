import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Section } from '../words.ts';
import { differenceInWords, edits, type Edit } from './difference.ts';

const section = (key: string, ...sentences: string[]): Section => ({ key, title: `Part ${key}`, sentences });

describe('HEP-3 what changed between two versions is shown in words', () => {
	test('a sentence taken out, put in or put differently', () => {
		const before = [section('a', 'One.', 'Two.', 'Three.'), section('b', 'Same.')];
		const after = [section('a', 'One.', 'Two, differently.', 'Three.', 'Four.'), section('b', 'Same.')];
		expect(differenceInWords(before, after)).toEqual([
			{ key: 'a', title: 'Part a', removed: ['Two.'], added: ['Two, differently.', 'Four.'] },
		]);
	});

	test('a sentence that only made room is not shown; one that moved is', () => {
		expect(
			differenceInWords([section('a', 'One.', 'Two.')], [section('a', 'New.', 'One.', 'Two.')]),
		).toMatchObject([{ removed: [], added: ['New.'] }]);
		expect(
			differenceInWords([section('a', 'One.', 'Two.', 'Three.')], [section('a', 'Three.', 'One.', 'Two.')]),
		).toMatchObject([{ removed: ['Three.'], added: ['Three.'] }]);
	});

	test('a part that fell away stands where it stood, a new one where it is', () => {
		const before = [section('a', 'A.'), section('b', 'B.'), section('c', 'C.')];
		const after = [section('a', 'A!'), section('c', 'C!'), section('d', 'D.')];
		expect(differenceInWords(before, after).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
	});

	test('a part that moved is shown once, with what changed in it', () => {
		const before = [section('a', 'A.'), section('b', 'B.')];
		const after = [section('b', 'B!'), section('a', 'A.')];
		expect(differenceInWords(before, after)).toEqual([
			{ key: 'b', title: 'Part b', removed: ['B.'], added: ['B!'] },
		]);
	});
});

// Few different sentences, so that they meet, repeat and move.
const sentences = fc.array(fc.constantFrom('A.', 'B.', 'C.', 'D.', 'E.'), { maxLength: 12 });
const sections = fc.uniqueArray(
	fc.record({ key: fc.constantFrom('p', 'q', 'r', 's'), title: fc.constant('Part'), sentences }),
	{ selector: ({ key }) => key },
);
const linesOf = (steps: Edit[], ...is: Edit['is'][]) =>
	steps.filter((step) => is.includes(step.is)).map(({ line }) => line);

describe('the steps from one list of sentences to another', () => {
	test('give what was before and what comes after', () => {
		fc.assert(
			fc.property(sentences, sentences, (before, after) => {
				const steps = edits(before, after);
				expect(linesOf(steps, 'kept', 'removed')).toEqual(before);
				expect(linesOf(steps, 'kept', 'added')).toEqual(after);
			}),
		);
	});

	test('keep as many as can be kept', () => {
		fc.assert(
			fc.property(sentences, sentences, sentences, (before, inserted, rest) => {
				const kept = linesOf(edits(before, [...inserted, ...before, ...rest]), 'kept');
				expect(kept).toEqual(before);
			}),
		);
	});

	test('take out and put in, part by part, exactly what tells the two documents apart', () => {
		fc.assert(
			fc.property(sections, sections, (before, after) => {
				const changes = new Map(differenceInWords(before, after).map((one) => [one.key, one]));
				for (const key of ['p', 'q', 'r', 's']) {
					const sorted = (list: Section[]) => list.find((one) => one.key === key)?.sentences ?? [];
					const { removed, added } = changes.get(key) ?? { removed: [], added: [] };
					expect([...sorted(before), ...added].toSorted()).toEqual([...sorted(after), ...removed].toSorted());
				}
			}),
		);
	});

	test('are none between equal documents', () => {
		fc.assert(
			fc.property(sections, (document) => {
				expect(differenceInWords(document, structuredClone(document))).toEqual([]);
			}),
		);
	});
});
