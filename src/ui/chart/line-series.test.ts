import { describe, expect, it } from 'vitest';
import { across, down, gridOf, isNamed, pointsOf, segmentsOf } from './line-series.ts';

const frame = { low: 0, high: 100, top: 10, height: 200 };

describe('a line of figures by year', () => {
	it('breaks where there is no figure', () => {
		const points = pointsOf([68, null, 52, 72], frame);
		expect(points.map((point) => point.index)).toEqual([0, 2, 3]);
		expect(segmentsOf(points).map(([from, to]) => [from.value, to.value])).toEqual([[52, 72]]);
	});

	it('stands a single year in the middle', () => {
		expect(across(0, 1)).toBe(56);
	});

	it('names at most eight years, the last always', () => {
		const named = Array.from({ length: 11 }, (_, place) => place).filter((place) => isNamed(place, 11));
		expect(named).toEqual([0, 2, 4, 6, 8, 10]);
	});

	it('puts the highest at the top and the lowest at the bottom', () => {
		expect([down(100, frame), down(0, frame)]).toEqual([10, 210]);
	});

	it('always shows percentages from 0 to 100', () => {
		expect(gridOf([{ name: 'Reading', values: [68, 72] }], true).lines).toEqual([0, 25, 50, 75, 100]);
	});

	it.each([
		[
			[-2.4, 1.1],
			[-3, -2, -1, 0, 1, 2],
		],
		[
			[101, 109],
			[100, 102, 104, 106, 108, 110],
		],
		[
			[5, 5],
			[4, 6],
		],
		[[], [0, 25, 50, 75, 100]],
	])('finds round steps for %j', (values, lines) => {
		const grid = gridOf([{ name: 'Progress', values }], false);
		expect(grid.lines[0]).toBeLessThanOrEqual(Math.min(...values, grid.lines[0]!));
		expect(grid.lines.at(-1)).toBeGreaterThanOrEqual(Math.max(...values, grid.lines.at(-1)!));
		if (values.length !== 2 || values[0] !== values[1]) expect(grid.lines).toEqual(lines);
	});
});
