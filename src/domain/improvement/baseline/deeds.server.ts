import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayMeasure } from '../access.ts';
import { type Baseline, mostBaselines } from './baseline.ts';
import * as store from './baseline-store.server.ts';
import {
	changeBaselineInput,
	measureBaselineInput,
	takeBackBaselineInput,
	type SaidOfBaseline,
} from './input.ts';
import { baselinesOf } from './queries.server.ts';

/**
 * The host's head writes down where pupils are after the review, by a published framework (HEP-6). Also after the review is closed.
 * Refused before what follows a review may be written down (`isFollowUpOpen`), of a day to come, and beyond the twentieth.
 */
export const measureBaseline = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, measureBaselineInput, input, mayMeasure, async ({ review, input, personId }) => {
		const { id, reviewId: _, ...said } = input;
		const refusal = refusalOf(ctx, review, said);
		if (refusal) return refusal;
		const standing = await baselinesOf(ctx, review);
		if (standing.length >= mostBaselines && !standing.some((one) => one.id === id))
			return invalid({ '': `A review has at most ${mostBaselines} baselines. Take one back first.` });
		const keys = keysFor('actions', review);
		const inserted = await store.insertBaseline(ctx, review, { id, said, by: personId, keys });
		if (inserted === 'taken') return missing;
		if (inserted === 'made') return done({ id });
		const [before] = await baselinesOf(ctx, review, { id });
		return sentAgain(asSaid(before), said, { id });
	});

/** Puts it right; what it said before stays to be read. Refused for a day after that of a later figure. */
export const changeBaseline = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, changeBaselineInput, input, mayMeasure, async ({ review, input, personId }) => {
		const { baselineId: id, version, reviewId: _, ...said } = input;
		const [standing] = await baselinesOf(ctx, review, { id });
		if (!standing) return missing;
		const refusal = refusalOf(ctx, review, said);
		if (refusal) return refusal;
		if (standing.measurements.some(({ on }) => on < said.measuredOn))
			return invalid({ measuredOn: 'A later figure was measured before that day.' });
		if (await store.updateBaseline(ctx, review, { id, version, said, by: personId })) return done(null);
		return sentAgain(asSaid(standing), said, null);
	});

/** What stands, by the names of its form; nothing of one that was taken back. */
const asSaid = (standing: Baseline | undefined): SaidOfBaseline | null => {
	if (!standing) return null;
	const { measure, framework, pupils, figure, on: measuredOn, hoped } = standing;
	return { measure, framework, pupils, figure, measuredOn, hoped };
};

/** Takes it back with its later figures; nobody reads them any more. What was told of them as impact stays. */
export const takeBackBaseline = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, takeBackBaselineInput, input, mayMeasure, async ({ review, input, personId }) => {
		await store.takeBack(ctx, review, 'baseline', { id: input.baselineId, by: personId });
		return done(null);
	});

function refusalOf(
	ctx: Context,
	review: OpenReview,
	{ measuredOn }: Pick<SaidOfBaseline, 'measuredOn'>,
): Outcome<never> | null {
	if (!review.followUpOpen)
		return invalid({
			'': 'A baseline is measured once the report is out, or, where there is none, once the day is over.',
		});
	return measuredOn > ctx.today ? invalid({ measuredOn: 'That day is still to come.' }) : null;
}
