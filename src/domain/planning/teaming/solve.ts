import type { Builder } from '#platform/solver/builder.ts';
import { choose } from '#platform/solver/highs.ts';
import { optimise } from '#platform/solver/optimise.ts';
import { usualLimits, type Limits, type Solved, type Told } from '#platform/solver/problem.ts';
import { compare, inOrder, pointsOf, type Loss } from '../answer.ts';
import { standings } from './eligible.ts';
import { teamMeasures } from './explain.ts';
import { read } from './keys.ts';
import type { TeamingAnswer, TeamingInput, TeamOfReview, TeamRole } from './model.ts';
import { teamWeights } from './points.ts';
import { loadOf, returnVisits } from './together.ts';
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
	const builder = teamingProgramme(input);
	const { rows, columns } = builder;
	const solved = await optimise({ rows, columns }, limits, tell);
	// Each review may be left without a team, so that some choice always keeps the rows.
	if (solved === null) throw new Error('A plan that leaves every review without a team was not found.');
	const taken = solved.chosen.map(({ column, times }) => ({ key: read(column.key), times }));
	const without = new Set(
		taken.flatMap(({ key: [kind, review] }) => (kind === 'unstaffed' ? [review!] : [])),
	);
	const { value, bound, work } = solved;
	const teams: TeamOfReview[] = [];
	for (const { id } of input.reviews.filter((review) => !without.has(review.id))) {
		teams.push({ ...teamOf(input, id, taken), loss: await lossOf(builder, input, id, solved, limits) });
	}
	return {
		stage: 'teams',
		teams,
		unstaffed: [...without].sort(compare),
		load: loadOf(input, teams),
		returnVisits: returnVisits(input, teams),
		value,
		bound,
		proven: value === bound,
		work,
	};
}

type Chosen = { key: [kind: string, ...of: string[]]; times: number }[];

/** With more reviews than this, what another team would lose is not reckoned: each takes as long as the plan. */
const mostForLosses = 12;

/** The best plan in which this review has any other team, even by one person more or fewer. */
async function lossOf(
	{ rows, columns }: Builder,
	{ reviews }: TeamingInput,
	review: string,
	{ chosen, value }: Solved,
	{ nodes }: Limits,
): Promise<Loss> {
	if (reviews.length > mostForLosses) return { atLeast: 0, atMost: null };
	const team = new Set(chosen.map(({ column }) => column.key).filter((key) => isOn(key, review)));
	const others = columns.map((column) => {
		if (!isOn(column.key, review)) return column;
		const entry = [rows.length, team.has(column.key) ? 1 : -1] as const;
		return { ...column, entries: [...column.entries, entry] };
	});
	const other = await choose([...rows, { least: -Infinity, most: team.size - 1 }], others, nodes);
	if (other === null) return { atLeast: 0, atMost: null };
	return { atLeast: Math.max(0, value - other.bound), atMost: value - other.value };
}

const isOn = (key: string, review: string): boolean => {
	const [kind, of] = read(key);
	return kind === 'takes' && of === review;
};

function teamOf(input: TeamingInput, review: string, taken: Chosen): Omit<TeamOfReview, 'loss'> {
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
		points: pointsOf(measures) + open.length * teamWeights(input).open,
		measures,
	};
}
