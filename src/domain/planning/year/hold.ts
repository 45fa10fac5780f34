import type { TeamingInput } from '../teaming/model.ts';
import type { Plan } from './clashes.ts';
import type { Agreed, YearInput } from './model.ts';
import type { Staffed } from './whole.ts';

/** The same, with what was agreed in view: whoever keeps their role and every review that keeps its day is worth something. */
export function withAgreed(
	{ teams, days }: YearInput,
	agreed: readonly Agreed[],
): Pick<YearInput, 'teams' | 'days'> {
	const dayOf = new Map(agreed.map(({ review, day }) => [review, day]));
	return {
		teams: {
			...teams,
			agreed: [
				...(teams.agreed ?? []),
				...agreed.flatMap(({ review, people }) => people.map((one) => ({ review, ...one }))),
			],
		},
		days: {
			...days,
			reviews: days.reviews.map((review) => {
				const day = dayOf.get(review.id) ?? null;
				if (day === null) return review;
				const candidates = review.candidates.map((candidate) =>
					candidate.days[0] === day
						? candidate
						: { ...candidate, marks: [...candidate.marks, { mark: 'another day' as const, units: 1 }] },
				);
				return { ...review, candidates };
			}),
		},
	};
}

/** The same, with these reviews as they were agreed and no other way. */
export function holding<Input extends Pick<YearInput, 'teams' | 'days'>>(
	{ teams, days }: Input,
	kept: readonly Agreed[],
): Pick<YearInput, 'teams' | 'days'> {
	const dayOf = new Map(kept.map(({ review, day }) => [review, day]));
	return {
		teams: heldTeams(
			teams,
			kept.filter(({ people }) => people.length > 0),
		),
		days: {
			...days,
			reviews: days.reviews.map((review) => ({ ...review, pinned: dayOf.get(review.id) ?? review.pinned })),
		},
	};
}

/** The same, with every team and every day as the plan has them: whoever has none there has none. */
export function holdingAll(
	{ teams, days }: Pick<YearInput, 'teams' | 'days'>,
	plan: Plan,
): Pick<YearInput, 'teams' | 'days'> {
	const team = new Map(plan.teams.map(({ review, people }) => [review, people]));
	const dayOf = new Map(plan.days.map(({ review, day }) => [review, day]));
	return {
		teams: heldTeams(
			teams,
			teams.reviews.map(({ id }) => ({ review: id, people: team.get(id) ?? [] })),
		),
		days: {
			...days,
			reviews: days.reviews.map((review) => ({
				...review,
				candidates: review.candidates.filter(({ days: [first] }) => first === dayOf.get(review.id)),
			})),
		},
	};
}

/** Everybody of these teams is pinned, and everybody else barred. */
function heldTeams(teams: TeamingInput, held: readonly Staffed[]): TeamingInput {
	return {
		...teams,
		pins: [...teams.pins, ...held.flatMap(({ review, people }) => people.map((one) => ({ review, ...one })))],
		bars: [
			...teams.bars,
			...held.flatMap(({ review, people }) => {
				const on = new Set(people.map(({ person }) => person));
				return teams.people.filter(({ id }) => !on.has(id)).map(({ id }) => ({ review, person: id }));
			}),
		],
	};
}
