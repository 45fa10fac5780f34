import { onReview } from '#domain/review/deeds/opening.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayMeasure, mayTellImpact } from '../access.ts';
import { tellWhatStands } from '../impact/telling.server.ts';
import { type Baseline, type Measurement, mostMeasurements } from './baseline.ts';
import * as store from './baseline-store.server.ts';
import {
	changeMeasurementInput,
	measureAgainInput,
	takeBackMeasurementInput,
	tellMeasurementInput,
	type SaidOfMeasurement,
} from './input.ts';
import { progressInWords } from './progress.ts';
import { baselinesOf } from './queries.server.ts';

/** The host's head measures again what a baseline measured (HEP-6). Refused of a day before the baseline's, of one to come, and beyond the twentieth time. */
export const measureAgain = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, measureAgainInput, input, mayMeasure, async ({ review, input, personId }) => {
		const { id, baselineId, reviewId: _, ...said } = input;
		const [baseline] = await baselinesOf(ctx, review, { id: baselineId });
		if (!baseline) return missing;
		const refusal = refusalOf(ctx, baseline, said.measuredOn);
		if (refusal) return refusal;
		const { measurements } = baseline;
		if (measurements.length >= mostMeasurements && !measurements.some((one) => one.id === id))
			return invalid({
				'': `A baseline has at most ${mostMeasurements} later figures. Take one back first.`,
			});
		const keys = keysFor('actions', review);
		const inserted = await store.insertMeasurement(ctx, review, baselineId, { id, said, by: personId, keys });
		if (inserted === 'taken') return missing;
		if (inserted === 'made') return done({ id });
		const [stands] = await baselinesOf(ctx, review, { id: baselineId });
		return sentAgain(asSaid(stands?.measurements.find((one) => one.id === id)), said, { id });
	});

/** Puts a later figure right; what it said before stays to be read, and so does what was told of it as impact. */
export const changeMeasurement = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, changeMeasurementInput, input, mayMeasure, async ({ review, input, personId }) => {
		const { baselineId, measurementId: id, version, reviewId: _, ...said } = input;
		const [baseline] = await baselinesOf(ctx, review, { id: baselineId });
		const standing = baseline?.measurements.find((one) => one.id === id);
		if (!baseline || !standing) return missing;
		const refusal = refusalOf(ctx, baseline, said.measuredOn);
		if (refusal) return refusal;
		if (await store.updateMeasurement(ctx, review, { id, version, said, by: personId })) return done(null);
		return sentAgain(asSaid(standing), said, null);
	});

/** What stands, by the names of its form; nothing of one that was taken back. */
const asSaid = (standing: Measurement | undefined): SaidOfMeasurement | null => {
	if (!standing) return null;
	const { figure, on: measuredOn, words } = standing;
	return { figure, measuredOn, words };
};

/** Takes a later figure back; nobody reads it any more. */
export const takeBackMeasurement = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, takeBackMeasurementInput, input, mayMeasure, async ({ review, input, personId }) => {
		await store.takeBack(ctx, review, 'measurement', { id: input.measurementId, by: personId });
		return done(null);
	});

/** Tells a later figure as impact, the baseline's beside it, so that it is measured (CSC-29): as they stand, and once, also after it was taken back. */
export const tellMeasurement = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, tellMeasurementInput, input, mayTellImpact, async ({ review, input, personId }) => {
		const [baseline] = await baselinesOf(ctx, review, { id: input.baselineId });
		const measurement = baseline?.measurements.find(({ id }) => id === input.measurementId);
		if (!baseline || !measurement) return missing;
		const told = {
			heading: input.heading,
			words: measurement.words || progressInWords(baseline, measurement),
			pupils: baseline.pupils,
			measure: baseline.measure,
			before: baseline.figure,
			now: measurement.figure,
			source: baseline.framework,
			actionId: '',
			inspectedOn: '',
		};
		return tellWhatStands(ctx, review, { id: measurement.id, told, personId });
	});

function refusalOf(ctx: Context, baseline: Pick<Baseline, 'on'>, measuredOn: string): Outcome<never> | null {
	if (measuredOn > ctx.today) return invalid({ measuredOn: 'That day is still to come.' });
	if (measuredOn < baseline.on) return invalid({ measuredOn: 'That was before the baseline was measured.' });
	return null;
}
