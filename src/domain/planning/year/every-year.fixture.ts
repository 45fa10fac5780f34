import { everyDayPlan } from '../dating/check.fixture.ts';
import { everyTeamPlan, type TriedTeams } from '../teaming/every-team.fixture.ts';
import type { Agreed, YearInput } from './model.ts';

/** What a plan leaves without, in the points of docs/planning.md, and how many of the agreed reviews it changes. */
export interface Cost {
	gap: number;
	changes: number;
}

/** The least gap, and the fewest changes with it, by trying every team and every day of every review. Shares no code with the plan. */
export function fewestByTrying({ teams, days, agreed }: YearInput): Cost {
	let best: Cost = { gap: Infinity, changes: Infinity };
	const seen = new Set<string>();
	for (const plan of everyTeamPlan(teams)) {
		const there = days.reviews.map((review) => [
			...new Set([...review.people, ...visitors(plan, review.id)]),
		]);
		const moved = agreed
			.filter((one) => one.people.length > 0 && !sameTeam(one, plan))
			.map(({ review }) => review);
		const gap =
			10_000 * plan.unstaffed.length + 2000 * plan.teams.reduce((sum, { open }) => sum + open.length, 0);
		// Teams that bring the same people and cost the same leave the same days.
		const alike = JSON.stringify([there.map((people) => people.toSorted()), moved, gap]);
		if (gap > best.gap || seen.has(alike)) continue;
		seen.add(alike);
		const people = [
			...days.people,
			...teams.people
				.filter(({ id }) => !days.people.some((one) => one.id === id))
				.map(({ id, cannot, mostInTerm }) => ({
					id,
					cannot,
					mostInTerm,
					ifNeedBe: [],
					mostInHalfTerm: null,
				})),
		];
		const reviews = days.reviews.map((review, at) => ({ ...review, people: there[at]! }));
		for (const { dated, undated } of everyDayPlan({ ...days, people, reviews })) {
			const changed = agreed.filter(({ review, day }) => {
				const has = dated.find((one) => one.review === review)?.days[0];
				return moved.includes(review) || (day !== null && has !== day);
			}).length;
			const cost = { gap: gap + 10_000 * undated.length, changes: changed };
			if (cost.gap < best.gap || (cost.gap === best.gap && cost.changes < best.changes)) best = cost;
		}
	}
	return best;
}

const visitors = ({ teams }: TriedTeams, review: string): string[] =>
	teams
		.filter((team) => team.review === review)
		.flatMap(({ people }) => people.filter(({ role }) => role !== 'champion').map(({ person }) => person));

function sameTeam({ review, people }: Agreed, { teams }: TriedTeams): boolean {
	const now = teams.find((team) => team.review === review)?.people ?? [];
	return (
		now.length === people.length &&
		people.every((one) => now.some(({ person, role }) => person === one.person && role === one.role))
	);
}
