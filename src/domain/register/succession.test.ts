import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Status } from './model.ts';
import { oneWay, successorsOf, type Succession } from './succession.ts';

const schools = (...standing: [number, Status][]) =>
	new Map(standing.map(([urn, status]) => [urn, { urn, status }]));
const link = (predecessor: number, successor: number, day: string | null = null): Succession => ({
	predecessor,
	successor,
	kind: 'succeeded',
	day,
});
const urnsOf = (found: { urn: number }[]) => found.map(({ urn }) => urn);

describe('who stands where a school stood', () => {
	test('follows a chain to the school of today', () => {
		const chain = schools([1, 'closed'], [2, 'closed'], [3, 'open']);
		expect(urnsOf(successorsOf(1, chain, [link(1, 2), link(2, 3)]))).toEqual([3]);
	});
	test('several after a split', () => {
		const split = schools([1, 'closed'], [2, 'open'], [3, 'proposed to close']);
		expect(urnsOf(successorsOf(1, split, [link(1, 2), link(1, 3)]))).toEqual([2, 3]);
	});
	test('one for two that merged, and the survivor is its own', () => {
		const merged = schools([1, 'closed'], [2, 'open']);
		expect(urnsOf(successorsOf(1, merged, [link(1, 2)]))).toEqual([2]);
		expect(urnsOf(successorsOf(2, merged, [link(1, 2)]))).toEqual([2]);
	});
	test('nobody where it closed for good', () => {
		expect(successorsOf(1, schools([1, 'closed']), [])).toEqual([]);
	});
	test('ends whatever cycles the links make', () => {
		const urn = fc.integer({ min: 1, max: 8 });
		const links = fc.array(fc.record({ from: urn, to: urn }), { maxLength: 30 });
		fc.assert(
			fc.property(links, urn, fc.subarray([1, 2, 3, 4, 5, 6, 7, 8]), (made, from, open) => {
				const standing = schools(
					...[1, 2, 3, 4, 5, 6, 7, 8].map((n): [number, Status] => [n, open.includes(n) ? 'open' : 'closed']),
				);
				const successions = made.map(({ from: a, to }) => link(a, to));
				const found = urnsOf(successorsOf(from, standing, successions));
				expect(found.every((one) => open.includes(one))).toBe(true);
				expect(new Set(found).size).toBe(found.length);
			}),
		);
	});
});

describe('two schools that each call the other their predecessor', () => {
	test('the one still open came after', () => {
		const pair = schools([114704, 'open'], [114705, 'closed']);
		expect(oneWay([link(114704, 114705), link(114705, 114704)], pair)).toEqual([link(114705, 114704)]);
	});
	test('a link stated twice is one, with the day that one of them gives', () => {
		expect(oneWay([link(1, 2), link(1, 2, '2020-01-01'), link(1, 1)], new Map())).toEqual([
			link(1, 2, '2020-01-01'),
		]);
	});
});
