import type { Agreed, YearInput } from './model.ts';
import type { Staffed } from './whole.ts';

/** What was agreed of the reviews there are, each once. A review that is no longer asked for changes nothing. */
export function agreedOf({ teams, agreed }: YearInput): Agreed[] {
	const left = new Set(teams.reviews.map(({ id }) => id));
	return agreed.filter(({ review }) => left.delete(review));
}

/** The reviews whose team, first day or somebody's role on it is not as agreed, by id. */
export function changedReviews(
	agreed: readonly Agreed[],
	{ teams }: { teams: readonly Staffed[] },
	{ dated }: { dated: readonly { review: string; days: string[] }[] },
): string[] {
	const peopleOf = new Map(teams.map(({ review, people }) => [review, people]));
	const dayOf = new Map(dated.map(({ review, days: [first] }) => [review, first]));
	return agreed
		.filter(({ review, people, day }) => {
			const moved = day !== null && dayOf.get(review) !== day;
			return moved || (people.length > 0 && said(people) !== said(peopleOf.get(review) ?? []));
		})
		.map(({ review }) => review)
		.sort();
}

const said = (people: Agreed['people']): string =>
	JSON.stringify(people.map(({ person, role }) => `${person}\n${role}`).sort());
