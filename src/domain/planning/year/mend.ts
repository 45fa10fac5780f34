import type { Limits, Told } from '#platform/solver/problem.ts';
import { proposeDays } from '../dating/solve.ts';
import { proposeTeams } from '../teaming/solve.ts';
import { changedReviews } from './changes.ts';
import type { Plan } from './clashes.ts';
import { fewestChanges, gapOf } from './fewest.ts';
import { holding, holdingAll, withAgreed } from './hold.ts';
import type { Agreed, YearAnswer, YearInput } from './model.ts';
import { daysWith } from './whole.ts';

type Tell = (told: Told & { stage: 'teams' | 'days' }) => void;
type Stages = Pick<YearInput, 'teams' | 'days'>;
type Staged = Pick<YearAnswer, 'teams' | 'days'>;

/**
 * What was agreed, mended: as little as can be is left without; of such plans one that changes the fewest reviews; of those teams
 * and then days that are worth most. Reviews that stay are held: of them no next best is told, and the bounds are of plans that hold them.
 */
export async function mendYear(
	input: YearInput,
	agreed: readonly Agreed[],
	limits: Limits,
	tell: Tell,
): Promise<YearAnswer> {
	const given = withAgreed(input, agreed);
	const { plan, gap, fewest } = await fewestChanges(given, agreed, limits.nodes);
	const changes = plan === null ? agreed.map(({ review }) => review) : changesOf(plan, agreed);
	const kept = agreed.filter(({ review }) => !changes.includes(review));
	const held = holding(given, kept);
	const isAsGood = ({ teams, days }: Staged) =>
		gapOf(teams, days) <= gap && changedReviews(agreed, teams, days).length <= changes.length;
	const freely = await inStages(held, limits, tell);
	const mended =
		plan === null || isAsGood(freely)
			? untold(freely, new Set(kept.map(({ review }) => review)))
			: await asFound(plan, given, held, freely, isAsGood, limits);
	const reviews = changedReviews(agreed, mended.teams, mended.days);
	const changed = { reviews, fewest, proven: reviews.length === fewest };
	return { stage: 'year', ...mended, changed: agreed.length > 0 ? changed : null };
}

const changesOf = ({ teams, days }: Plan, agreed: readonly Agreed[]): string[] =>
	changedReviews(agreed, { teams }, { dated: days.map(({ review, day }) => ({ review, days: [day] })) });

/** Teams, and then days with those teams. */
export async function inStages(
	{ teams: toStaff, days: toDate }: Stages,
	limits: Limits,
	tell: Tell,
): Promise<Staged> {
	const teams = await proposeTeams(toStaff, limits, (told) => tell({ stage: 'teams', ...told }));
	const given = daysWith({ teams: toStaff, days: toDate }, teams.teams);
	const days = await proposeDays(given, limits, (told) => tell({ stage: 'days', ...told }));
	return { teams, days };
}

/** The best teams can leave no day where others do: then teams, and if need be days, stand as they were found together. */
async function asFound(
	plan: Plan,
	given: Stages,
	held: Stages,
	freely: Staged,
	isAsGood: (staged: Staged) => boolean,
	limits: Limits,
): Promise<Staged> {
	const exactly = holdingAll(given, plan);
	const teams = under(freely.teams.bound, await proposeTeams(exactly.teams, limits));
	const all = new Set(given.teams.reviews.map(({ id }) => id));
	const days = await proposeDays(daysWith(held, teams.teams), limits);
	if (isAsGood({ teams, days })) {
		return { teams: untold({ teams, days }, all).teams, days };
	}
	const asDated = await proposeDays(daysWith(exactly, teams.teams), limits);
	return untold({ teams, days: under(days.bound, asDated) }, all);
}

/** What is proven of a wider choice is all that is proven. */
function under<Answer extends { value: number; bound: number; proven: boolean }>(
	proven: number,
	answer: Answer,
): Answer {
	const bound = Math.max(answer.value, proven);
	return { ...answer, bound, proven: answer.value === bound };
}

/** Without a next best for these reviews. */
function untold({ teams, days }: Staged, of: ReadonlySet<string>): Staged {
	const open = <One extends { review: string }>(one: One) =>
		of.has(one.review) ? { ...one, loss: { atLeast: 0, atMost: null } } : one;
	return {
		teams: { ...teams, teams: teams.teams.map(open) },
		days: { ...days, dated: days.dated.map(open) },
	};
}
