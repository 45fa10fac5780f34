import { describe, expect, test } from 'vitest';
import { sinceBaseline, toldOtherwise } from './baseline.ts';
import { progressInWords } from './progress.ts';

const between = (first: string, latest: string) =>
	progressInWords({ figure: first, on: '2026-12-03' }, { figure: latest, on: '2027-06-04' });
const difference = (first: string, latest: string) => between(first, latest).split(': ')[1] ?? null;

describe('HEP-6 progress from a baseline in words', () => {
	test('says both figures with their days', () => {
		expect(between('61%', '70%')).toBe('61% on 3 December 2026, 70% on 4 June 2027: up 9 percentage points.');
	});

	test.each([
		['61%', '60 per cent', 'down 1 percentage point.'],
		['61.5%', '70%', 'up 8.5 percentage points.'],
		['0.1%', '0.3%', 'up 0.2 percentage points.'],
		['61%', '61.0%', 'no change.'],
		['12 of 30', '18 of 30', '6 more of 30.'],
		['18 out of 30', '12/30', '6 fewer of 30.'],
		['12 of 30', '12 of 30', 'no change.'],
		['12 of 30', '18 of 28', '40% then, 64% now.'],
	])('%s and %s: %s', (first, latest, words) => {
		expect(difference(first, latest)).toBe(words);
	});

	test.each([
		['61%', '18 of 30'],
		['12 of 30', '60%'],
		['61% of girls', '70%'],
		['about 60%', '70%'],
		['<5', '12'],
		['104', '107'],
		['12 of 0', '3 of 0'],
		['31 of 30', '18 of 30'],
		['-3%', '4%'],
	])('%s and %s stand side by side, and nothing is reckoned', (first, latest) => {
		expect(difference(first, latest)).toBeNull();
		expect(between(first, latest)).toBe(`${first} on 3 December 2026, ${latest} on 4 June 2027.`);
	});

	test('is told by the latest figure, and not before there is one', () => {
		const baseline = { figure: '61%', on: '2026-12-03' };
		expect(sinceBaseline({ ...baseline, measurements: [] })).toBeNull();
		const measurements = ['64%', '70%'].map((figure, at) => ({ figure, on: `2027-0${at + 3}-01` }));
		expect(sinceBaseline({ ...baseline, measurements })).toMatch(/up 9 percentage points/);
	});

	test('an impact says otherwise once either figure was put right', () => {
		const baseline = { figure: '61%', on: '2026-12-03' };
		const told = { before: '61%', now: '70%' };
		expect(toldOtherwise(baseline, { figure: '70%', told })).toBe(false);
		expect(toldOtherwise(baseline, { figure: '71%', told })).toBe(true);
		expect(toldOtherwise({ ...baseline, figure: '60%' }, { figure: '70%', told })).toBe(true);
		expect(toldOtherwise(baseline, { figure: '71%', told: null })).toBe(false);
	});
});
