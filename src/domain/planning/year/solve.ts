import { usualLimits, type Limits, type Told } from '#platform/solver/problem.ts';
import { agreedOf } from './changes.ts';
import { inStages, mendYear } from './mend.ts';
import type { YearAnswer, YearInput } from './model.ts';

/**
 * The teams of a year and then its days, each the best by its measures, with those teams. What was agreed before is kept where it can
 * be: then the plan is the one that changes the fewest reviews.
 */
export async function proposeYear(
	input: YearInput,
	limits: Limits = usualLimits,
	tell: (told: Told & { stage: 'teams' | 'days' }) => void = () => undefined,
): Promise<YearAnswer> {
	const agreed = agreedOf(input);
	if (agreed.length > 0) return mendYear(input, agreed, limits, tell);
	const staged = await inStages(input, limits, tell);
	// The best teams can leave a review no day where others would.
	if (staged.days.undated.length > 0) return mendYear(input, agreed, limits, tell);
	return { stage: 'year', ...staged, changed: null };
}
