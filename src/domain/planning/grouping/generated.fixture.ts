import fc from 'fast-check';
import { traits, type GroupingInput, type GroupingSchool, type Pair } from './model.ts';

const themes = ['reading', 'writing', 'number', 'behaviour'];
const someThemes = fc.subarray(themes);
const place = fc.option(
	fc.record({ easting: fc.integer({ min: 0, max: 20_000 }), northing: fc.integer({ min: 0, max: 20_000 }) }),
);
const trait = fc.constantFrom('a', 'b', null);

const school: fc.Arbitrary<Omit<GroupingSchool, 'id' | 'name'>> = fc.record({
	place,
	phase: fc.constantFrom('Primary', 'Secondary', ''),
	lowAge: fc.constantFrom(4, 7, 11, null),
	highAge: fc.constantFrom(7, 11, 16, null),
	needs: fc.array(fc.record({ theme: fc.constantFrom(...themes), urgency: fc.integer({ min: 1, max: 3 }) }), {
		maxLength: 3,
	}),
	strengths: someThemes,
	status: fc.integer({ min: 0, max: 3 }),
	traits: fc.record(
		Object.fromEntries(traits.map((key) => [key, trait])) as Record<(typeof traits)[number], typeof trait>,
	),
});

/** Partnerships small enough to try every plan, with contradictory pins and places that are not known among them. */
export const groupings = (most: number): fc.Arbitrary<GroupingInput> =>
	fc.array(school, { maxLength: most }).chain((made) => {
		const schools = made.map((each, index) => ({ ...each, id: `s${index}`, name: `School ${index}` }));
		const ids = [...schools.map(({ id }) => id), 'unknown'];
		const one = fc.constantFrom(...ids);
		const pairs: fc.Arbitrary<Pair[]> = fc.array(fc.tuple(one, one), { maxLength: 2 });
		return fc.record({
			schools: fc.constant(schools),
			size: fc.tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 0, max: 2 })).map(([least, more]) => ({
				least,
				most: least + more,
			})),
			near: fc.constantFrom(0, 5000),
			competing: fc.record({ within: fc.constantFrom(0, 3000, 8000), except: pairs }),
			together: pairs,
			apart: pairs,
			numbered: fc.array(fc.record({ school: one, group: fc.integer({ min: 1, max: 3 }) }), { maxLength: 2 }),
			lastYear: fc.array(fc.uniqueArray(one, { maxLength: 4 }), { maxLength: 2 }),
			weights: fc.constantFrom({}, { 'need met': 0, journey: 7 }, { contrast: 50 }),
		});
	});
