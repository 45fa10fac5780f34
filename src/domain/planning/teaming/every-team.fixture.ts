import { checkTeams } from './check.fixture.ts';
import { teamRoles, type TeamingAnswer, type TeamingInput, type TeamRole } from './model.ts';

/** The value of the best plan by trying every team for every review, but for one that is never tried: the checker says what each is worth and whether it may be. */
export function bestTeamsByTrying(input: TeamingInput, never?: TeamingAnswer['teams'][number]): number {
	const teams = everyTeam(input.people.map(({ id }) => id));
	let most = -Infinity;
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
				most = Math.max(most, value);
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
	return most + 0;
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
