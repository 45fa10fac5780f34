import { describe, expect, test } from 'vitest';
import type { PupilGroup } from './measures.ts';
import { suppressed, type Counted } from './suppress.ts';

const figure = (
	group: PupilGroup,
	value: number | null,
	pupils: number | null,
	more: Partial<Counted> = {},
): Counted => ({
	...{ measure: 'ks2 rwm expected', group, year: '2018-19', value, pupils, publisher: 'school' },
	...more,
});
const shown = (...figures: Counted[]) =>
	suppressed(figures)
		.filter(({ value }) => value !== null)
		.map(({ group, value }) => `${group} ${value}`);

describe('what is hidden', () => {
	test('CSC-8 nothing, where all are enough', () =>
		expect(shown(figure('all', 63, 60), figure('girls', 61, 28), figure('boys', 66, 32))).toEqual([
			'all 63',
			'girls 61',
			'boys 66',
		]));

	test('CSC-8 fewer than six, and the rest, with which the total would tell them', () => {
		expect(shown(figure('all', 80, 15), figure('girls', 60, 5), figure('boys', 90, 10))).toEqual(['all 80']);
		expect(shown(figure('all', 80, 15), figure('boys', 90, 10))).toEqual(['all 80']);
		expect(shown(figure('all', 80, 15), figure('boys', 89, 9))).toEqual(['all 80', 'boys 89']);
	});

	test('CSC-8 DfE’s SUPP with what it leaves to be worked out', () => {
		const dfe = { publisher: 'DfE' } as const;
		expect(
			shown(
				figure('all', 80, 15, dfe),
				figure('girls', null, 5, dfe),
				figure('boys', 90, 10, dfe),
				figure('disadvantaged', 50, 6, dfe),
				figure('not disadvantaged', 100, 9, dfe),
			),
		).toEqual(['all 80', 'disadvantaged 50', 'not disadvantaged 100']);
	});

	test('the same children in the other measures of their cohort, and no other children', () =>
		expect(
			shown(
				figure('all', 80, 15),
				figure('girls', 60, 5),
				figure('girls', 71, 7, { measure: 'ks2 maths expected' }),
				figure('girls', 72, 7, { measure: 'ks1 maths expected' }),
				figure('girls', 73, 7, { year: '2017-18' }),
			),
		).toEqual(['all 80', 'girls 72', 'girls 73']));

	test('a cohort too small, whole', () =>
		expect(shown(figure('all', 80, 5), figure('girls', 71, null), figure('EAL', 50, 8))).toEqual([]));

	test('groups of unknown size, unless DfE shows them', () => {
		expect(shown(figure('all', 80, 30), figure('EAL', 50, null))).toEqual(['all 80']);
		expect(shown(figure('all', 80, 30), figure('EAL', 50, null, { publisher: 'DfE' }))).toEqual([
			'all 80',
			'EAL 50',
		]);
	});

	test('all or none of the whole, where a group is hidden; what DfE publishes of the whole stays', () => {
		expect(shown(figure('all', 0, 30), figure('girls', 0, 3))).toEqual([]);
		expect(shown(figure('all', 100, 30, { publisher: 'DfE' }), figure('girls', 100, 3))).toEqual(['all 100']);
		expect(
			shown(figure('girls', 0, 3), figure('disadvantaged', 0, 10), figure('not disadvantaged', 0, 20)),
		).toEqual([]);
	});

	test('nothing where a group has nobody in it', () =>
		expect(shown(figure('all', 80, 30), figure('boys', 80, 30), figure('girls', null, 0))).toEqual([
			'all 80',
			'boys 80',
		]));

	test('progress that was not reckoned for other reasons hides nobody else', () =>
		expect(
			shown(figure('all', null, 30, { measure: 'ks2 reading progress' }), figure('all', 70, 30)),
		).toEqual(['all 70']));
});
