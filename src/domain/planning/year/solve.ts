import { usualLimits, type Limits, type Told } from '#platform/solver/problem.ts';
import { proposeDays } from '../dating/solve.ts';
import { proposeTeams } from '../teaming/solve.ts';
import { agreedOf, changedReviews } from './changes.ts';
import type { YearAnswer, YearInput } from './model.ts';
import { daysWith } from './whole.ts';

/** The teams of a year and then its days, each the best by its measures, with those teams. Says what differs from what was agreed. */
export async function proposeYear(
	input: YearInput,
	limits: Limits = usualLimits,
	tell: (told: Told & { stage: 'teams' | 'days' }) => void = () => undefined,
): Promise<YearAnswer> {
	const teams = await proposeTeams(input.teams, limits, (told) => tell({ stage: 'teams', ...told }));
	const days = await proposeDays(daysWith(input, teams.teams), limits, (told) =>
		tell({ stage: 'days', ...told }),
	);
	const agreed = agreedOf(input);
	const reviews = changedReviews(agreed, teams, days);
	return {
		stage: 'year',
		teams,
		days,
		changed: agreed.length > 0 ? { reviews, fewest: 0, proven: reviews.length === 0 } : null,
	};
}
