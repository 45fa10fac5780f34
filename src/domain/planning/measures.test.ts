import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#platform/project-root.ts';
import { heaviest, measures, weightOf, type MeasureKey } from './measures.ts';

const page = readFileSync(join(projectRoot, 'docs/planning.md'), 'utf8');

describe('what is maximised', () => {
	test('stands in docs/planning.md, every measure with its weight, unit and source, and none else', () => {
		const rows = page
			.split('\n')
			.filter((line) => line.startsWith('| ') && !/^\| (measure|---)/.test(line))
			.map((line) =>
				line
					.slice(1, -1)
					.split('|')
					.map((cell) => cell.trim()),
			);
		const listed = Object.entries(measures).map(([key, measure]) => [
			key,
			measure.stage,
			measure.words,
			`${measure.sign > 0 ? '+' : '−'}${measure.weight.toLocaleString('en-GB')} ${measure.unit}`,
			measure.from,
			measure.chair ? 'yes' : 'no',
		]);
		expect(rows).toEqual(listed);
	});

	test('can be weighed otherwise by a chair, in whole points and within reason; what is left out weighs nothing', () => {
		expect(weightOf('contrast', {})).toBe(measures.contrast.weight);
		expect(weightOf('contrast', { contrast: 7.4 })).toBe(7);
		expect(weightOf('journey', { journey: 2 })).toBe(-2);
		expect(weightOf('journey', { journey: 0 })).toBe(0);
		expect(weightOf('contrast', { contrast: Number.NaN })).toBe(measures.contrast.weight);
		expect(weightOf('contrast', { contrast: -5 })).toBe(0);
		expect(weightOf('contrast', { contrast: 1e9 })).toBe(heaviest);
	});

	test('keeps what no chair may change far above the rest', () => {
		for (const key of Object.keys(measures) as MeasureKey[]) {
			if (measures[key].chair) continue;
			expect(weightOf(key, { [key]: 1 })).toBe(-measures[key].weight);
			expect(measures[key].weight).toBeGreaterThanOrEqual(20 * heaviest);
		}
	});
});
