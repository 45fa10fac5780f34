import { describe, expect, test } from 'vitest';
import { isKeptApart, triangulate, type Ground } from './model.ts';

const piece = (lineId: string | null, source: string, more: Partial<Ground> = {}): Ground => ({
	lineId,
	source,
	contradictsHost: false,
	...more,
});
const sources = ['lessons', 'books', 'pupils'];

describe('NFS-19 triangulation', () => {
	test('counts each line over every source, lines without evidence included', () => {
		const evidence = [piece('a', 'books'), piece('a', 'books'), piece('a', 'pupils')];
		expect(triangulate(evidence, ['a', 'b'], sources)).toEqual([
			{
				lineId: 'a',
				total: 3,
				counts: [
					{ source: 'lessons', count: 0 },
					{ source: 'books', count: 2 },
					{ source: 'pupils', count: 1 },
				],
				singleSource: false,
				contradicted: false,
			},
			{
				lineId: 'b',
				total: 0,
				counts: sources.map((source) => ({ source, count: 0 })),
				singleSource: false,
				contradicted: false,
			},
		]);
	});

	test('says where all rests on one source', () => {
		const [line] = triangulate([piece('a', 'books'), piece('a', 'books')], ['a'], sources);
		expect(line?.singleSource).toBe(true);
	});

	test('CSC-13 says where something differs from the host’s own view', () => {
		const [line] = triangulate(
			[piece('a', 'books', { contradictsHost: true }), piece('a', 'pupils')],
			['a'],
			sources,
		);
		expect(line?.contradicted).toBe(true);
	});

	test('gathers what belongs to no line, last', () => {
		expect(triangulate([piece(null, 'books')], ['a'], sources).map(({ lineId }) => lineId)).toEqual([
			'a',
			null,
		]);
	});
});

test.each([
	['kept apart', true, true],
	['kept apart', false, false],
	['recorded with the rest', true, false],
] as const)(
	'CSC-26 where what lies outside the focus is %s, a piece that does so (%s) stands apart: %s',
	(rule, outsideFocus, apart) => {
		expect(isKeptApart({ outsideFocus }, { outsideFocus: rule })).toBe(apart);
	},
);
