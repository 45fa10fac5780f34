import { optimise } from '#platform/solver/optimise.ts';
import { usualLimits, type Limits, type Told } from '#platform/solver/problem.ts';
import { compare, inOrder } from '../answer.ts';
import { standings } from './eligible.ts';
import { teamMeasures } from './explain.ts';
import { read } from './keys.ts';
import type { TeamingAnswer, TeamingInput, TeamOfReview, TeamRole } from './model.ts';
import { daysOf, teamWeights } from './points.ts';
import { teamingProgramme } from './programme.ts';

/**
 * The best teams by the measures, that keep every rule. A review for which the rules leave no team stays without one, and a role for
 * which nobody is left stays open, at costs so high that there are as few of them as can be.
 */
export async function proposeTeams(
	given: TeamingInput,
	limits: Limits = usualLimits,
	tell?: (told: Told) => void,
): Promise<TeamingAnswer> {
	const input = { ...given, reviews: inOrder(given.reviews), people: inOrder(given.people) };
	const { rows, columns } = teamingProgramme(input);
	const solved = await optimise({ rows, columns }, limits, tell);
	// Each review may be left without a team, so that some choice always keeps the rows.
	if (solved === null) throw new Error('A plan that leaves every review without a team was not found.');
	const taken = solved.chosen.map(({ column, times }) => ({ key: read(column.key), times }));
	const without = new Set(
		taken.flatMap(({ key: [kind, review] }) => (kind === 'unstaffed' ? [review!] : [])),
	);
	const { value, bound, work } = solved;
	return {
		stage: 'teams',
		teams: input.reviews.filter(({ id }) => !without.has(id)).map(({ id }) => teamOf(input, id, taken)),
		unstaffed: [...without].sort(compare),
		load: loadOf(input, taken),
		returnVisits: taken
			.flatMap(({ key: [kind, one, other] }) =>
				kind === 'both ways'
					? [{ schools: [one!, other!] as [string, string], points: teamWeights(input).returns }]
					: [],
			)
			.sort((a, b) => compare(a.schools.join('\n'), b.schools.join('\n'))),
		value,
		bound,
		proven: value === bound,
		work,
	};
}

type Chosen = { key: [kind: string, ...of: string[]]; times: number }[];

function teamOf(input: TeamingInput, review: string, taken: Chosen): TeamOfReview {
	const people = taken
		.flatMap(({ key: [kind, of, person, role] }) =>
			kind === 'takes' && of === review ? [{ person: person!, role: role as TeamRole }] : [],
		)
		.sort((one, other) => compare(one.person, other.person));
	const open = taken.flatMap(({ key: [kind, of, role] }) =>
		kind === 'open' && of === review ? [role as TeamRole] : [],
	);
	const measures = teamMeasures(
		input,
		standings(input).filter((each) => each.review.id === review),
		people,
	);
	return {
		review,
		people,
		open,
		points: measures.reduce((sum, { points }) => sum + points, 0) + open.length * teamWeights(input).open,
		measures,
	};
}

function loadOf(input: TeamingInput, taken: Chosen): TeamingAnswer['load'] {
	const weights = teamWeights(input);
	const days = new Map(input.reviews.map((review) => [review.id, review.days]));
	return input.people.flatMap((person) => {
		const gives = taken.reduce(
			(sum, { key: [kind, review, who, role] }) =>
				kind === 'takes' && who === person.id
					? sum + daysOf(input, days.get(review!)!, role as TeamRole)
					: sum,
			0,
		);
		if (gives === 0) return [];
		const over = person.most === null ? 0 : Math.max(0, gives - Math.max(0, person.most - person.given));
		let points = over * weights.over;
		for (let at = 0; at < gives; at += 1) points += weights.load * (person.given + at);
		return [{ person: person.id, days: gives, before: person.given, over, points }];
	});
}
