import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forEachEngine } from '#test/database.ts';
import { partitions, type MeasureKey, type PupilGroup } from './measures.ts';
import type { Said } from './said.ts';
import { suppressed } from './suppress.fixture.ts';

// Whoever reads a table knows nothing else, and tries every cohort that could have made it. Some read it whole, and some only the figures
// that they are let in on, while what is hidden is found from all.

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
	entered: fc.array(fc.constantFrom('with count', 'without', 'few', 'not'), { minLength: 10, maxLength: 10 }),
	/** Which of them the reader is let in on. */
	read: fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }),
});

function tableOf(cohort: Cohort, entered: readonly string[]): Said[] {
	return [reading, maths].flatMap((measure, row) =>
		groups.flatMap((group, place): Said[] => {
			const { pupils, value } = tell(cohort, measure, group);
			const how = entered[row * groups.length + place];
			if (how === 'not' || value === null) return [];
			// Whoever writes '<5' writes it of few.
			const few = how === 'few' && pupils < fewest;
			return [
				{
					...{
						schoolId: '0192f0c0-0000-7000-8000-000000000001',
						measure,
						group,
						year: '2024-25',
						value,
						few,
					},
					pupils: how === 'without' || few ? null : pupils,
					publisher: 'school',
				},
			];
		}),
	);
}

const fits = (cohort: Cohort, shown: readonly Said[]) =>
	shown.every(({ measure, group, value, pupils }) => {
		const told = tell(cohort, measure, group);
		return told.value === value && (pupils === null || told.pupils === pupils);
	});

/** All numbers that a hidden group could have, by what is shown. */
function workedOut(shown: readonly Said[], { measure, group }: Pick<Said, 'measure' | 'group'>) {
	const answers = worlds.filter((world) => fits(world, shown)).map((world) => tell(world, measure, group));
	const values = answers.flatMap(({ value }) => (value === null ? [] : [value]));
	return [answers.map(({ reached }) => reached), answers.map(({ pupils }) => pupils), values].map(
		(all) => new Set(all).size,
	);
}

forEachEngine((database, engine) => {
	describe('small numbers', () => {
		// The rules are the same function in either engine; its cases are in suppress.test.ts.
		test.runIf(engine === 'embedded')(
			'HEP-11 CSC-8 cannot be worked out from all that is shown, nor from a part of it',
			async () => {
				let [tried, shownInAll] = [0, 0];
				await fc.assert(
					fc.asyncProperty(stated, async ({ cohort, entered, read }) => {
						const table = tableOf(cohort, entered);
						const small = table.filter(({ measure, group }) => {
							const { pupils } = tell(cohort, measure, group);
							return group !== 'all' && pupils > 0 && pupils < fewest;
						});
						if (small.length === 0) return;
						const shown = (await suppressed(database(), table, fewest)).filter(({ value }) => value !== null);
						shownInAll += shown.length;
						const partly = shown.filter(
							({ measure, group }) =>
								read[(measure === reading ? 0 : groups.length) + groups.indexOf(group as 'all')],
						);
						for (const told of new Set([shown, partly]))
							for (const one of small) {
								tried += 1;
								for (const possible of workedOut(told, one)) expect(possible).toBeGreaterThan(1);
							}
					}),
					{ numRuns: 400, seed: 2026 },
				);
				expect(tried).toBeGreaterThan(100);
				expect(shownInAll).toBeGreaterThan(100);
			},
			120_000,
		);
	});
});

test('what is there to be worked out is found by the same means', () => {
	// Two girls of five: boys and the whole tell them.
	const cohort: number[] = kinds.map(() => 0);
	[cohort[1 + 4], cohort[1], cohort[4]] = [1, 1, 3];
	const all = Array.from({ length: 10 }, () => 'with count');
	const naive = tableOf(cohort, all).filter(({ pupils }) => pupils! >= fewest);
	expect(workedOut(naive, { measure: reading, group: 'girls' })[0]).toBe(1);
});
