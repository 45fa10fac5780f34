import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suppressed, type Counted } from './suppress.ts';
import { partitions, type MeasureKey, type PupilGroup } from './measures.ts';

// Whoever reads a table knows nothing else, and tries every cohort that could have made it.

const [reading, maths] = ['ks2 reading expected', 'ks2 maths expected'] as const satisfies MeasureKey[];
const groups = ['all', ...partitions[0], ...partitions[1]] as const satisfies PupilGroup[];
/** With small cohorts every possibility can be tried; the rule is the same for six. */
const fewest = 3;

/** How many children there are of each kind: bit 0 a girl, 1 disadvantaged, 2 reached it in reading, 3 in maths. */
type Cohort = readonly number[];
const kinds = Array.from({ length: 16 }, (_, kind) => kind);
const isIn = (kind: number, group: PupilGroup) =>
	group === 'all' ||
	(group === 'girls' && (kind & 1) > 0) ||
	(group === 'boys' && (kind & 1) === 0) ||
	(group === 'disadvantaged' && (kind & 2) > 0) ||
	(group === 'not disadvantaged' && (kind & 2) === 0);
const reached = (kind: number, measure: MeasureKey) => (kind & (measure === reading ? 4 : 8)) > 0;

function tell(cohort: Cohort, measure: MeasureKey, group: PupilGroup) {
	let [pupils, reachedIt] = [0, 0];
	for (const kind of kinds) {
		if (!isIn(kind, group)) continue;
		pupils += cohort[kind]!;
		if (reached(kind, measure)) reachedIt += cohort[kind]!;
	}
	return { pupils, reached: reachedIt, value: pupils === 0 ? null : Math.round((100 * reachedIt) / pupils) };
}

/** Every cohort of up to so many children. */
function cohortsOf(size: number): Cohort[] {
	const all: Cohort[] = [];
	const fill = (kind: number, left: number, cohort: number[]) => {
		if (kind === 15) return void all.push([...cohort, left]);
		for (let some = 0; some <= left; some++) fill(kind + 1, left - some, [...cohort, some]);
	};
	fill(0, size, []);
	return all;
}
const worlds = [3, 4, 5].flatMap(cohortsOf);

const stated = fc.record({
	cohort: fc.constantFrom(...worlds),
	/** Which figures were entered at all, and whether with their count. */
	entered: fc.array(fc.constantFrom('with count', 'without', 'not'), { minLength: 10, maxLength: 10 }),
});

function tableOf(cohort: Cohort, entered: readonly string[]): Counted[] {
	return [reading, maths].flatMap((measure, row) =>
		groups.flatMap((group, place): Counted[] => {
			const { pupils, value } = tell(cohort, measure, group);
			const how = entered[row * groups.length + place];
			if (how === 'not' || value === null) return [];
			return [
				{
					measure,
					group,
					year: '2024-25',
					value,
					pupils: how === 'without' ? null : pupils,
					publisher: 'school',
				},
			];
		}),
	);
}

const fits = (cohort: Cohort, shown: readonly Counted[]) =>
	shown.every(({ measure, group, value, pupils }) => {
		const told = tell(cohort, measure, group);
		return told.value === value && (pupils === null || told.pupils === pupils);
	});

describe('small numbers', () => {
	test('HEP-11 CSC-8 cannot be worked out from all that is shown', () => {
		let tried = 0;
		fc.assert(
			fc.property(stated, ({ cohort, entered }) => {
				const table = tableOf(cohort, entered);
				const shown = suppressed(table, fewest).filter(({ value }) => value !== null);
				const small = table.filter(({ measure, group }) => {
					const { pupils } = tell(cohort, measure, group);
					return group !== 'all' && pupils > 0 && pupils < fewest;
				});
				if (small.length === 0) return;
				const possible = worlds.filter((world) => fits(world, shown));
				for (const { measure, group } of small) {
					const answers = possible.map((world) => tell(world, measure, group));
					tried += 1;
					expect(new Set(answers.map(({ reached }) => reached)).size).toBeGreaterThan(1);
					expect(new Set(answers.map(({ pupils }) => pupils)).size).toBeGreaterThan(1);
					const percents = answers.flatMap(({ value }) => (value === null ? [] : [value]));
					expect(new Set(percents).size).toBeGreaterThan(1);
				}
			}),
			{ numRuns: 400, seed: 2026 },
		);
		expect(tried).toBeGreaterThan(100);
	}, 60_000);

	test('that are there to be worked out are found by the same means', () => {
		// Two girls of five: boys and the whole tell them.
		const cohort: number[] = kinds.map(() => 0);
		[cohort[1 + 4], cohort[1], cohort[4]] = [1, 1, 3];
		const naive = tableOf(
			cohort,
			Array.from({ length: 10 }, () => 'with count'),
		).filter(({ pupils }) => pupils! >= fewest);
		const answers = worlds
			.filter((world) => fits(world, naive))
			.map((world) => tell(world, reading, 'girls'));
		expect(new Set(answers.map(({ reached }) => reached))).toEqual(new Set([1]));
	});
});
