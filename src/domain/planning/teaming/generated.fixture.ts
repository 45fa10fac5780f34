import fc from 'fast-check';
import { teamRules } from '#domain/protocol/parts/team.ts';
import { traits, type Pair } from '../grouping/model.ts';
import {
	teamRoles,
	type Colleague,
	type HostedSchool,
	type ReviewToStaff,
	type TeamingInput,
} from './model.ts';

const themes = ['reading', 'writing', 'number'];
const days = ['2026-11-03', '2026-11-04', '2026-11-05'];
const schoolIds = ['s0', 's1', 's2', 's3'];
const trait = fc.constantFrom('a', 'b', null);
const need = fc.constantFrom('never' as const, 'may' as const, 'must' as const);

const school: fc.Arbitrary<Omit<HostedSchool, 'id' | 'name'>> = fc.record({
	place: fc.option(fc.record({ easting: fc.nat(15_000), northing: fc.nat(15_000) })),
	phase: fc.constantFrom('Primary', 'Secondary'),
	lowAge: fc.constantFrom(4, 11, null),
	highAge: fc.constantFrom(11, 16),
	traits: fc.record(
		Object.fromEntries(traits.map((key) => [key, trait])) as Record<(typeof traits)[number], typeof trait>,
	),
});

const person: fc.Arbitrary<Omit<Colleague, 'id' | 'name'>> = fc.record({
	school: fc.constantFrom(...schoolIds, null),
	posts: fc
		.subarray(['headteachers', 'senior leaders', 'partners'] as const, { minLength: 1 })
		.map((list) => [...list]),
	head: fc.boolean(),
	experience: fc.constantFrom('new' as const, 'some' as const, 'experienced' as const),
	strengths: fc.subarray(themes),
	trained: fc.subarray(['facilitator', 'expert', 'champion'] as const).map((list) => [...list]),
	given: fc.nat(2),
	most: fc.constantFrom(null, null, 3, 6),
	mostInTerm: fc.constantFrom(null, null, 2),
	cannot: fc.subarray(days, { maxLength: 2 }),
});

const review: fc.Arbitrary<Omit<ReviewToStaff, 'id'>> = fc.record({
	host: fc.constantFrom(...schoolIds),
	themes: fc.subarray(themes),
	days: fc.integer({ min: 1, max: 2 }),
	possible: fc.subarray(days, { minLength: 2 }),
	term: fc.constantFrom(null, 'autumn', 'spring'),
	reviewersFrom: fc.option(fc.subarray(schoolIds), { freq: 1 }),
	lastTeam: fc.subarray(['p0', 'p1', 'p2']),
});

/** Cycles with few reviews and few people, in which much cannot be. */
export const teamings = (mostPeople: number, mostReviews: number): fc.Arbitrary<TeamingInput> =>
	fc
		.tuple(fc.array(person, { maxLength: mostPeople }), fc.array(review, { maxLength: mostReviews }))
		.chain(([made, asked]) => {
			const people = made.map((each, at) => ({ ...each, id: `p${at}`, name: `Person ${at}` }));
			const reviews = asked.map((each, at) => ({ ...each, id: `r${at}` }));
			const who = fc.constantFrom(...people.map(({ id }) => id), 'nobody');
			const which = fc.constantFrom(...reviews.map(({ id }) => id), 'none');
			const pair: fc.Arbitrary<Pair> = fc.tuple(fc.constantFrom(...schoolIds), fc.constantFrom(...schoolIds));
			return fc.record({
				reviews: fc.constant(reviews),
				people: fc.constant(people),
				schools: fc
					.tuple(school, school, school, school)
					.map((list) => list.map((each, at) => ({ ...each, id: `s${at}`, name: `School ${at}` }))),
				size: fc
					.tuple(fc.integer({ min: 1, max: 2 }), fc.nat(1))
					.map(([least, more]) => ({ least, most: least + more })),
				reviewers: fc.constant(['headteachers', 'senior leaders'] as TeamingInput['reviewers']),
				heads: fc.nat(1),
				facilitator: need,
				champion: need,
				expert: need,
				championDays: fc.constantFrom(1, 2),
				rules: fc.uniqueArray(
					fc.record({
						rule: fc.constantFrom(...teamRules),
						weight: fc.constantFrom('must' as const, 'prefer' as const),
					}),
					{ maxLength: 4, selector: ({ rule }) => rule },
				),
				near: fc.constantFrom(0, 5000),
				competing: fc.record({ within: fc.constantFrom(0, 8000), except: fc.array(pair, { maxLength: 1 }) }),
				pins: fc.array(fc.record({ review: which, person: who, role: fc.constantFrom(...teamRoles) }), {
					maxLength: 1,
				}),
				bars: fc.array(fc.record({ review: fc.option(which), person: who }), { maxLength: 2 }),
				agreed: fc.array(fc.record({ review: which, person: who, role: fc.constantFrom(...teamRoles) }), {
					maxLength: 2,
				}),
				lastCycle: fc.array(
					fc.record({ host: fc.constantFrom(...schoolIds), by: fc.constantFrom(...schoolIds) }),
					{
						maxLength: 2,
					},
				),
				weights: fc.constantFrom({}, { load: 0 }, { 'journey to the host': 9 }),
			});
		});
