import { randomUUIDv7 } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readInput } from '#platform/input.ts';
import {
	beginsWithFigure,
	impactInWords,
	impactOf,
	labelOf,
	measureInWords,
	underHeadings,
} from './impact.ts';
import { tellImpactInput } from './input.ts';

const measure = { what: 'Year 5 at the expected standard in writing', before: '61%', now: '70%' };
const told = (heading: string, figures = false) => ({ heading, measure: figures ? measure : null });

describe('HEP-15 impact under headings', () => {
	const headings = [
		{ key: 'planning', label: 'Planning' },
		{ key: 'feedback', label: 'Feedback' },
	];

	test('stands under the protocol’s headings in their order, those with nothing told kept', () => {
		const [first, second] = [told('feedback'), told('feedback', true)];
		expect(underHeadings(headings, [first, second])).toEqual([
			{ ...headings[0], told: [] },
			{ ...headings[1], told: [first, second] },
		]);
	});

	test('stands as one list where the protocol has no headings', () => {
		expect(underHeadings([], [told('')])).toEqual([{ key: '', label: '', told: [told('')] }]);
	});
});

describe('CSC-29 impact is narrative or measured', () => {
	test('measured only where figures stand by it; the best of several is what is known', () => {
		expect([told(''), told('', true)].map(labelOf)).toEqual(['narrative', 'measured']);
		expect(impactOf([])).toBe('none');
		expect(impactOf([told('')])).toBe('narrative');
		expect(impactOf([told(''), told('', true)])).toBe('measured');
	});

	test('a review without a measured impact is said to have none', () => {
		expect(impactInWords([])).toBe('No impact has been told yet.');
		expect(impactInWords([told('')])).toBe('No measured impact: what is told here is in words.');
		expect(impactInWords([told('', true)])).toBe('1 impact told, 1 measured.');
		expect(impactInWords([told(''), told('', true), told('', true)])).toBe('3 impacts told, 2 measured.');
	});

	test.each([
		['61%', true],
		['14 of 30', true],
		['٣', true],
		['£3.10', true],
		['< 5%', true],
		['-0.4', true],
		['most of them', false],
		['in Year 4 few', false],
		['Year 5 most', false],
		['', false],
	])('%o begins with a figure: %s', (words, begins) => {
		expect(beginsWithFigure(words)).toBe(begins);
	});

	test('a measure says what it was before and what it is now', () => {
		expect(measureInWords(measure)).toBe('Year 5 at the expected standard in writing: 61% before, 70% now');
	});

	test.each([
		[{ measure: 'Writing' }, ['before', 'now']],
		[{ before: '61%' }, ['measure', 'now']],
		[{ measure: 'Writing', before: '61%', now: 'better' }, ['now']],
		[{ measure: 'Writing', before: 'in Year 4 few', now: '70%' }, ['before']],
		[{ measure: ' ', before: '61%', now: '70%' }, ['measure']],
		[{ measure: 'Writing', before: '61%', now: '70%' }, []],
		[{ measure: ' ', before: '', now: ' ' }, []],
	])('half a measure is refused by the field that lacks: %o', (figures, fields) => {
		const form = { id: randomUUIDv7(), reviewId: randomUUIDv7(), heading: 'planning', words: 'More.' };
		const read = readInput(tellImpactInput, { ...form, ...figures });
		expect(read.ok ? [] : Object.keys(read.fields).sort()).toEqual([...fields].sort());
	});
});
