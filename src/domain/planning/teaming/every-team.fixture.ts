import { checkTeams } from './check.fixture.ts';
import { teamRoles, type TeamingAnswer, type TeamingInput, type TeamRole } from './model.ts';

/** A plan of teams that the checker finds nothing wrong with, and what it is worth. */
export interface TriedTeams {
	teams: TeamingAnswer['teams'];
	unstaffed: string[];
	value: number;
}

/** The value of the best plan by trying every team for every review, but for one that is never tried. */
export const bestTeamsByTrying = (input: TeamingInput, never?: TeamingAnswer['teams'][number]): number =>
	Math.max(...everyTeamPlan(input, never).map(({ value }) => value)) + 0;

/** Every plan there is, but for one team that is never tried: the checker says what each is worth and whether it may be. */
export function everyTeamPlan(input: TeamingInput, never?: TeamingAnswer['teams'][number]): TriedTeams[] {
	const teams = everyTeam(input.people.map(({ id }) => id));
	const found: TriedTeams[] = [];
	const plan = (left: TeamingInput['reviews'], so: TeamingAnswer['teams'], unstaffed: string[]): void => {
		const [review, ...others] = left;
		if (review === undefined) {
			const answer = {
				teams: so,
				unstaffed,
				load: [],
				returnVisits: [],
				value: 0,
				bound: 0,
			} as unknown as TeamingAnswer;
			const { broken, value } = checkTeams(input, answer);
			if (broken.every((words) => /^(the plan says|its parts say|the bound)/.test(words)))
				found.push({ teams: so, unstaffed, value });
			return;
		}
		plan(others, so, [...unstaffed, review.id]);
		for (const people of teams) {
			if (never?.review === review.id && same(people, never.people)) continue;
			const open = (['facilitator', 'expert', 'champion'] as const).filter(
				(role) => input[role] === 'must' && !people.some((one) => one.role === role),
			);
			plan(
				others,
				[
					...so,
					{ review: review.id, people, open, points: 0, measures: [], loss: { atLeast: 0, atMost: 0 } },
				],
				unstaffed,
			);
		}
	};
	plan(input.reviews, [], []);
	return found;
}

function same(one: TeamingAnswer['teams'][number]['people'], other: typeof one): boolean {
	return (
		one.length === other.length &&
		one.every(({ person, role }) => other.some((each) => each.person === person && each.role === role))
	);
}

function everyTeam(people: readonly string[]): { person: string; role: TeamRole }[][] {
	const [first, ...others] = people;
	if (first === undefined) return [[]];
	const rest = everyTeam(others);
	return [...rest, ...teamRoles.flatMap((role) => rest.map((team) => [{ person: first, role }, ...team]))];
}
