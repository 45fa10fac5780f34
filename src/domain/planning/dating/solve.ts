import { without } from '#platform/solver/alternative.ts';
import { optimise } from '#platform/solver/optimise.ts';
import { usualLimits, type Limits, type Solved, type Told } from '#platform/solver/problem.ts';
import { compare, inOrder, pointsOf, type Loss } from '../answer.ts';
import { weightOf } from '../measures.ts';
import { dayMeasures } from './explain.ts';
import type { DatedReview, DatingAnswer, DatingInput } from './model.ts';
import { beginning, datingProgramme, diariesOf, possible, read } from './programme.ts';

/** With more reviews than this, what another day would lose is not reckoned: it would take longer than the plan. */
const mostForLosses = 26;

/**
 * The best days by the measures, that keep every rule. A review for which the rules leave no day stays without one, at a cost so
 * high that there are as few of them as can be.
 */
export async function proposeDays(
	given: DatingInput,
	limits: Limits = usualLimits,
	tell?: (told: Told) => void,
): Promise<DatingAnswer> {
	const input = { ...given, reviews: inOrder(given.reviews), people: inOrder(given.people) };
	const { rows, columns } = datingProgramme(input);
	const solved = await optimise({ rows, columns }, limits, tell);
	// Each review may be left without a day, so that some choice always keeps the rows.
	if (solved === null) throw new Error('A plan that leaves every review without a day was not found.');
	const { value, bound, work } = solved;
	const dated: DatedReview[] = [];
	const diaries = diariesOf(input);
	for (const review of input.reviews) {
		const day = dayIn(solved, review.id);
		const candidate = possible(review, diaries).find(({ days }) => days[0] === day);
		if (!candidate) continue;
		const measures = dayMeasures(input, review, candidate);
		dated.push({
			review: review.id,
			days: candidate.days,
			halfTerm: candidate.halfTerm,
			points: pointsOf(measures),
			measures,
			loss: await lossOf(solved, beginning(review.id, day!), input.reviews.length, limits.nodes),
		});
	}
	const has = new Set(dated.map(({ review }) => review));
	return {
		stage: 'days',
		dated,
		undated: input.reviews.map(({ id }) => id).filter((id) => !has.has(id)),
		crowded: crowdedOf(dated, weightOf('crowded', input.weights)),
		value,
		bound,
		proven: value === bound,
		work,
	};
}

function dayIn({ chosen }: Solved, review: string): string | undefined {
	return chosen
		.map(({ column }) => read(column.key))
		.find(([kind, of]) => kind === 'begins' && of === review)?.[2];
}

async function lossOf(solved: Solved, key: string, reviews: number, nodes: number): Promise<Loss> {
	if (reviews > mostForLosses) return { atLeast: 0, atMost: null };
	const { least, most } = await without(solved, key, nodes);
	return { atLeast: Math.max(0, solved.value - most), atMost: solved.value - least };
}

/** How full each half-term is that has more than one review, and what that costs. */
export function crowdedOf(
	dated: readonly Pick<DatedReview, 'halfTerm'>[],
	weight: number,
): DatingAnswer['crowded'] {
	return [...Map.groupBy(dated, ({ halfTerm }) => halfTerm)]
		.filter(([, reviews]) => reviews.length > 1)
		.map(([halfTerm, { length }]) => ({
			halfTerm,
			reviews: length,
			points: (weight * length * (length - 1)) / 2,
		}))
		.sort((one, other) => compare(one.halfTerm, other.halfTerm));
}
