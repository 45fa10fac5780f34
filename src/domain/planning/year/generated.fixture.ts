import fc from 'fast-check';
import { teamings } from '../teaming/generated.fixture.ts';
import { teamRoles } from '../teaming/model.ts';
import type { YearInput } from './model.ts';

const days = ['2026-11-03', '2026-11-04', '2026-11-05', '2026-12-01'];

/** Years with few reviews, few people and fewer days, in which much cannot be and some of it was agreed. */
export const years = (mostPeople: number, mostReviews: number): fc.Arbitrary<YearInput> =>
	teamings(mostPeople, mostReviews).chain((teams) => {
		const who = teams.people.map(({ id }) => id);
		const person = fc.constantFrom(...who, 'gone');
		const candidates = fc.subarray(days, { minLength: 1, maxLength: 3 }).map((list) =>
			list.map((day) => ({
				days: [day],
				halfTerm: day < '2026-12' ? 'one' : 'two',
				term: 'autumn',
				marks: [],
			})),
		);
		const review = fc.record({
			people: fc.uniqueArray(person, { maxLength: 1 }),
			hosts: fc.subarray(who),
			candidates,
			pinned: fc.option(fc.constantFrom(...days), { freq: 1 }),
		});
		const agreed = fc.record({
			people: fc.uniqueArray(fc.record({ person, role: fc.constantFrom(...teamRoles) }), {
				maxLength: 3,
				selector: (one) => one.person,
			}),
			day: fc.option(fc.constantFrom(...days)),
		});
		const limit = fc.constantFrom(null, null, 1);
		const diary = fc.record({
			cannot: fc.subarray(days, { maxLength: 2 }),
			ifNeedBe: fc.subarray(days, { maxLength: 2 }),
			mostInHalfTerm: limit,
			mostInTerm: fc.constantFrom(null, 1, 2),
		});
		const ids = teams.reviews.map(({ id }) => id);
		return fc.record({
			teams: fc.constant(teams),
			days: fc.record({
				reviews: fc
					.tuple(...ids.map(() => review))
					.map((list) => list.map((each, at) => ({ ...each, id: ids[at]! }))),
				people: fc
					.tuple(...who.map(() => fc.option(diary, { freq: 3 })))
					.map((list) => list.flatMap((each, at) => (each === null ? [] : [{ ...each, id: who[at]! }]))),
				mostInWeek: limit,
				mostInHalfTerm: fc.constantFrom(null, 2),
				slots: fc.array(
					fc.record({
						words: fc.constant('One at a time.'),
						reviews: fc.subarray(ids),
						within: fc.constantFrom('halfTerm' as const, 'term' as const),
						parts: fc.constantFrom([{ part: 'one', room: 1 }], [{ part: 'autumn', room: 1 }]),
					}),
					{ maxLength: 1 },
				),
				weights: fc.constantFrom({}, { crowded: 0 }),
			}),
			agreed: fc
				.tuple(...ids.map(() => fc.option(agreed, { freq: 5 })))
				.map((list) => list.flatMap((each, at) => (each === null ? [] : [{ ...each, review: ids[at]! }]))),
		});
	});
