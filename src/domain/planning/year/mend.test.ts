import { beforeAll, describe, expect, test } from 'vitest';
import { yearInstance } from '../year.fixture.ts';
import type { Agreed, YearInput } from './model.ts';
import { proposeYear } from './solve.ts';

/** A year of eight schools as it was agreed: everybody has a team and a day. */
async function agreedYear(given: Pick<YearInput, 'teams' | 'days'>): Promise<YearInput> {
	const input = { ...given, agreed: [] };
	const { teams, days } = await proposeYear(input);
	expect([teams.unstaffed, days.undated]).toEqual([[], []]);
	const dayOf = new Map(days.dated.map((one) => [one.review, one.days[0]!]));
	const agreed = teams.teams.map(({ review, people }) => ({ review, people, day: dayOf.get(review)! }));
	return { ...input, agreed };
}

/** The plan of the mended year in the shape of what was agreed. */
async function mended(input: YearInput) {
	const { teams, days, changed } = await proposeYear(input);
	const dayOf = new Map(days.dated.map((one) => [one.review, one.days[0]!]));
	const plan = new Map(
		teams.teams.map(({ review, people }) => [review, { review, people, day: dayOf.get(review) ?? null }]),
	);
	return { plan, changed, teams, left: [...teams.unstaffed, ...days.undated] };
}

const isOn = (person: string) => (one: Agreed) => one.people.some((each) => each.person === person);

describe('a year that was agreed is mended', { timeout: 120_000 }, () => {
	let year: YearInput;
	beforeAll(async () => {
		year = await agreedYear(yearInstance(8, 1));
	});

	test('CSC-18: when a head leaves: only the teams they were on change, and those by one person', async () => {
		const leaver = year.agreed
			.flatMap(({ people }) => people)
			.find(({ person }) => person.endsWith('head'))!.person;
		const affected = year.agreed.filter(isOn(leaver));
		const { plan, changed, left } = await mended({
			...year,
			teams: { ...year.teams, people: year.teams.people.filter(({ id }) => id !== leaver) },
		});
		expect(left).toEqual([]);
		expect(changed).toEqual({
			reviews: affected.map(({ review }) => review).sort(),
			fewest: affected.length,
			proven: true,
		});
		for (const { review, people, day } of affected) {
			const now = plan.get(review)!;
			const stayed = people.filter((one) => now.people.some(({ person }) => person === one.person));
			expect(stayed).toEqual(people.filter(({ person }) => person !== leaver));
			expect(now.day).toBe(day);
		}
	});

	test('when snow closes a school on a day: only its own review moves, and its team stays', async () => {
		const { review: id, people, day } = year.agreed[3]!;
		const closed = (review: YearInput['days']['reviews'][number]) =>
			review.id === id
				? { ...review, candidates: review.candidates.filter(({ days }) => !days.includes(day!)) }
				: review;
		const { plan, changed, left } = await mended({
			...year,
			days: { ...year.days, reviews: year.days.reviews.map(closed) },
		});
		expect(left).toEqual([]);
		expect(changed).toEqual({ reviews: [id], fewest: 1, proven: true });
		expect(plan.get(id)!.people).toEqual(people);
		expect(plan.get(id)!.day).not.toBe(day);
	});

	test('when a school joins in January: it has a team and a day from then on, and nobody else’s change', async () => {
		const whole = yearInstance(8, 1);
		const joins = whole.teams.reviews.at(-1)!;
		const ofOthers = (person: { school: string | null }) => person.school !== joins.host;
		const { agreed } = await agreedYear({
			teams: {
				...whole.teams,
				reviews: whole.teams.reviews.slice(0, -1),
				people: whole.teams.people.filter(ofOthers),
			},
			days: { ...whole.days, reviews: whole.days.reviews.slice(0, -1) },
		});
		const fromJanuary = whole.days.reviews.map((review) =>
			review.id === joins.id
				? { ...review, candidates: review.candidates.filter(({ days: [first] }) => first! >= '2027-01-01') }
				: review,
		);
		const { plan, changed, left } = await mended({
			teams: whole.teams,
			days: { ...whole.days, reviews: fromJanuary },
			agreed,
		});
		expect(left).toEqual([]);
		expect(changed).toEqual({ reviews: [], fewest: 0, proven: true });
		expect(plan.get(joins.id)!.day! >= '2027-01-01').toBe(true);
	});

	test('when somebody can give less: one of their reviews changes and they stay on the others', async () => {
		const days = new Map<string, number>();
		for (const { person } of year.agreed.flatMap(({ people }) => people))
			days.set(person, (days.get(person) ?? 0) + 1);
		const [busiest, times] = [...days].toSorted((one, other) => other[1] - one[1])[0]!;
		const { plan, changed, left } = await mended({
			...year,
			teams: {
				...year.teams,
				people: year.teams.people.map((person) =>
					person.id === busiest ? { ...person, most: person.given + times - 1 } : person,
				),
			},
		});
		expect(left).toEqual([]);
		expect(changed).toMatchObject({ fewest: 1, proven: true });
		expect([...plan.values()].filter(isOn(busiest))).toHaveLength(times - 1);
	});

	test('when nothing is wrong: nothing changes, however else the chair weighs, and nothing is said of a next best', async () => {
		const { plan, changed, teams } = await mended({
			...year,
			teams: { ...year.teams, weights: { load: 0, 'contrast with the host': 100, 'kept on the team': 0 } },
		});
		expect(changed).toEqual({ reviews: [], fewest: 0, proven: true });
		expect([...plan.values()]).toEqual(year.agreed);
		expect(teams.teams.every(({ loss }) => loss.atMost === null)).toBe(true);
	});

	test('a review that is no longer asked for is not counted, nor one of which nothing was agreed', async () => {
		const [first, second, ...others] = year.agreed;
		const { changed } = await mended({
			...year,
			agreed: [{ ...first!, review: 'called off' }, { ...second!, people: [], day: null }, ...others],
		});
		expect(changed).toEqual({ reviews: [], fewest: 0, proven: true });
	});
});
