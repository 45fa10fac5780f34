import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	type Box,
	boxAround,
	boxBetween,
	fitWithin,
	moved,
	pixelsOf,
	type Size,
	stretched,
	whereIs,
} from './cover.ts';

const picture: Size = { width: 1600, height: 1200 };

test('a picture is made to fit, and never larger', () => {
	expect(fitWithin({ width: 4032, height: 3024 }, 1600)).toEqual({ width: 1600, height: 1200 });
	expect(fitWithin({ width: 3024, height: 4032 }, 1600)).toEqual({ width: 1200, height: 1600 });
	expect(fitWithin({ width: 90_000, height: 1 }, 1600)).toEqual({ width: 1600, height: 1 });
	expect(fitWithin({ width: 300, height: 200 }, 1600)).toEqual({ width: 300, height: 200 });
});

test('a box is drawn from any corner, and what is drawn beyond the edge stays within', () => {
	const box = { x: 100, y: 200, width: 300, height: 400 };
	expect(boxBetween({ x: 100, y: 200 }, { x: 400, y: 600 }, picture)).toEqual(box);
	expect(boxBetween({ x: 400, y: 600 }, { x: 100, y: 200 }, picture)).toEqual(box);
	expect(boxBetween({ x: 1500, y: -90 }, { x: 2000, y: 100 }, picture)).toEqual({
		x: 1500,
		y: 0,
		width: 100,
		height: 100,
	});
});

test('it moves and stretches by steps, and its place is said in words', () => {
	const box = { x: 400, y: 300, width: 160, height: 120 };
	expect(moved(box, 1, -1, picture)).toEqual({ ...box, x: 432, y: 268 });
	expect(stretched(box, 1, 2, picture)).toEqual({ ...box, width: 192, height: 184 });
	expect(whereIs(box, picture)).toBe('25 % from the left, 25 % from the top, 10 % wide, 10 % high');
});

const number = fc.double({ min: -5000, max: 5000, noNaN: true });
const size = fc.record({
	width: fc.integer({ min: 1, max: 1600 }),
	height: fc.integer({ min: 1, max: 1600 }),
});

test('whatever is done to it, a box lies within the picture, can be seen, and covers every pixel that it touches', () => {
	const deeds = fc.array(fc.tuple(fc.boolean(), number, number), { maxLength: 8 });
	fc.assert(
		fc.property(size, number, number, deeds, (of, x, y, list) => {
			let box: Box = boxAround({ x, y }, of);
			for (const [moves, one, other] of list) box = (moves ? moved : stretched)(box, one, other, of);
			const covered = pixelsOf(box);
			expect(box.width).toBeGreaterThan(0);
			expect(box.height).toBeGreaterThan(0);
			for (const [at, long, side] of [
				[box.x, box.width, of.width],
				[box.y, box.height, of.height],
			] as const) {
				expect(at).toBeGreaterThanOrEqual(0);
				expect(at + long).toBeLessThanOrEqual(side + 1e-6);
			}
			expect(covered.x).toBeLessThanOrEqual(box.x);
			expect(covered.x + covered.width).toBeGreaterThanOrEqual(box.x + box.width);
			expect(covered.y + covered.height).toBeGreaterThanOrEqual(box.y + box.height);
			expect(Object.values(covered).every(Number.isInteger)).toBe(true);
		}),
	);
});
