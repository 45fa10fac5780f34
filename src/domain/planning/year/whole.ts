import { inOrder } from '../answer.ts';
import type { DatingInput, Diary } from '../dating/model.ts';
import type { Colleague, TeamingInput, TeamRole } from '../teaming/model.ts';

/** Who is on a review’s team. */
export interface Staffed {
	review: string;
	people: { person: string; role: TeamRole }[];
}

/** Who of a team is to be there on the day: a champion leads what follows. */
export const visitorsOf = ({ people }: Pick<Staffed, 'people'>): string[] =>
	people.filter(({ role }) => role !== 'champion').map(({ person }) => person);

/** What days are chosen from once the teams are known. Whoever is on a team and has no diary has that of the teams. */
export function daysWith(
	{ teams, days }: { teams: TeamingInput; days: DatingInput },
	known: readonly Staffed[],
): DatingInput {
	const visitors = new Map(known.map((team) => [team.review, visitorsOf(team)]));
	return {
		...days,
		people: allDiaries(teams, days),
		reviews: days.reviews.map((review) => ({
			...review,
			people: [...new Set([...review.people, ...(visitors.get(review.id) ?? [])])],
		})),
	};
}

function allDiaries(teams: TeamingInput, { people }: DatingInput): Diary[] {
	const known = new Set(people.map(({ id }) => id));
	return [
		...people,
		...inOrder(teams.people).flatMap((person) => (known.has(person.id) ? [] : diary(person))),
	];
}

const diary = ({ id, cannot, mostInTerm }: Colleague): Diary => ({
	id,
	cannot,
	ifNeedBe: [],
	mostInHalfTerm: null,
	mostInTerm,
});
