import { describe, expect, test } from 'vitest';
import type { MeasureKey } from '../measures.ts';
import type { Figure } from '../model.ts';
import { yearEnding } from '../year.ts';
import { changedAmong, headlineMeasures, headlineOf, headlineSummers } from './headline.ts';

const today = '2026-11-30';
const figure = (summer: number, value: number | null, source = 'The school'): Figure => ({
	...{ year: yearEnding(summer), value, source },
	...{ pupils: 30, comment: '' },
});
const held = (...of: [MeasureKey, number][]) =>
	of.map(([measure, summer]) => ({ measure, latest: yearEnding(summer) }));

describe('HEP-11 the measures that say most of schools', () => {
	test('are those that primary schools are known by, as far as there are figures of them', () => {
		expect(
			headlineMeasures(
				held(['ks2 maths score', 2026], ['phonics expected', 2024], ['ks2 rwm expected', 2019]),
			),
		).toEqual(['ks2 rwm expected', 'phonics expected']);
		expect(headlineMeasures(held(['early years gld', 2026]))).toEqual(['early years gld']);
	});

	test('else the latest ones, three at most; and without any figure one all the same', () => {
		expect(
			headlineMeasures(
				held(
					['ks1 maths expected', 2019],
					['ks4 progress 8', 2025],
					['ks4 attainment 8', 2025],
					['ks4 english and maths', 2026],
				),
			),
		).toEqual(['ks4 english and maths', 'ks4 attainment 8', 'ks4 progress 8']);
		expect(headlineMeasures([])).toEqual(['ks2 rwm expected']);
	});
});

describe('HEP-11 years side by side', () => {
	test('are four, to the latest with a figure, also one that is hidden; a year to come is nobody’s', () => {
		expect(headlineSummers([figure(2024, 60), figure(2026, null)], today)).toEqual([2023, 2024, 2025, 2026]);
		expect(headlineSummers([figure(2024, 60), figure(2062, 70)], today)).toEqual([2021, 2022, 2023, 2024]);
		expect(headlineSummers([figure(2062, 70)], today)).toEqual([]);
	});

	test('each has every source’s figure or why there is none, and nothing else of it', () => {
		const { cells, change } = headlineOf(
			'ks2 rwm expected',
			[2019, 2020, 2021, 2022],
			[figure(2019, null), figure(2022, 61, 'DfE'), figure(2022, 62.5)],
			today,
		);
		expect(cells).toEqual([
			{ figures: [], none: 'not shown' },
			{ figures: [], none: 'cancelled' },
			{ figures: [], none: 'cancelled' },
			{
				figures: [
					{ words: '61\u00a0%', source: 'DfE' },
					{ words: '62.5\u00a0%', source: 'The school' },
				],
				none: '',
			},
		]);
		expect(change).toBe('');
		expect(headlineOf('ks2 rwm expected', [2025, 2026], [], today).cells).toEqual([
			{ figures: [], none: 'none open to you' },
			{ figures: [], none: 'none open to you' },
		]);
		expect(headlineOf('ks1 maths expected', [2026], [], today).cells[0]!.none).toMatch(/^optional/);
		expect(headlineOf('ks2 rwm expected', [2026], [], '2026-08-31').cells[0]!.none).toBe('not yet');
	});

	test('CSC-27 how far a school moved is told of one source, and never across a change of what is assessed', () => {
		const moved = (measure: MeasureKey, summers: number[], ...figures: Figure[]) =>
			headlineOf(measure, summers, figures, today).change;
		const four = [2023, 2024, 2025, 2026];
		expect(moved('ks2 rwm expected', four, figure(2023, 66), figure(2024, 64), figure(2025, 69))).toBe(
			'3 percentage points up, 2023 to 2025',
		);
		expect(moved('ks2 rwm expected', four, figure(2025, 66, 'DfE'), figure(2026, 64))).toBe('');
		expect(moved('ks2 rwm expected', four, figure(2025, 66), figure(2026, 65))).toBe(
			'1 percentage point down, 2025 to 2026',
		);
		expect(moved('ks2 reading score', four, figure(2024, 104), figure(2026, 104))).toBe(
			'the same, 2024 to 2026',
		);
		const around = [2020, 2021, 2022, 2023];
		expect(changedAmong('early years gld', around)).toEqual([2022]);
		expect(moved('early years gld', around, figure(2020, 70), figure(2022, 60), figure(2023, 65))).toBe(
			'5 percentage points up, 2022 to 2023',
		);
		// Where the first year shown is the one that changed, all shown are of one kind.
		expect(changedAmong('early years gld', [2022, 2023])).toEqual([]);
	});
});
