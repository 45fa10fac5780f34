import type { TeamRole } from '../teaming/model.ts';
import type { Agreed, YearInput } from './model.ts';
import type { Staffed } from './whole.ts';

/** How one review differs from what was agreed. */
export interface Change {
	review: string;
	leave: string[];
	come: { person: string; role: TeamRole }[];
	/** Who stays in another role. */
	otherwise: { person: string; role: TeamRole }[];
	/** Null where the day stays; `to` is null where there is none any more. */
	moves: { from: string; to: string | null } | null;
}

/** What was agreed of the reviews there are, each review and person once. A review that is no longer asked for changes nothing. */
export function agreedOf({ teams, agreed }: YearInput): Agreed[] {
	const left = new Set(teams.reviews.map(({ id }) => id));
	return agreed
		.filter(({ review }) => left.delete(review))
		.map((one) => ({
			...one,
			people: one.people.filter(
				({ person }, at) => one.people.findIndex((other) => other.person === person) === at,
			),
		}));
}

/** The reviews whose team, first day or somebody's role on it is not as agreed, by id, and how they differ. */
export function changesIn(
	agreed: readonly Agreed[],
	{ teams }: { teams: readonly Staffed[] },
	{ dated }: { dated: readonly { review: string; days: string[] }[] },
): Change[] {
	const peopleOf = new Map(teams.map(({ review, people }) => [review, people]));
	const dayOf = new Map(dated.map(({ review, days: [first] }) => [review, first]));
	return agreed
		.map(({ review, people, day }): Change => {
			const to = dayOf.get(review) ?? null;
			const now = people.length > 0 ? (peopleOf.get(review) ?? []) : [];
			const was = (person: string) => people.find((one) => one.person === person);
			return {
				review,
				leave: people.flatMap(({ person }) => (now.some((one) => one.person === person) ? [] : [person])),
				come: now.filter(({ person }) => was(person) === undefined),
				otherwise: now.filter(({ person, role }) => was(person) && was(person)!.role !== role),
				moves: day === null || to === day ? null : { from: day, to },
			};
		})
		.filter(
			({ leave, come, otherwise, moves }) =>
				moves || [leave, come, otherwise].some(({ length }) => length > 0),
		)
		.sort((one, other) => (one.review < other.review ? -1 : 1));
}

export const changedReviews = (...of: Parameters<typeof changesIn>): string[] =>
	changesIn(...of).map(({ review }) => review);
