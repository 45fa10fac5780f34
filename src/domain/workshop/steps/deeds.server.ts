import { asPeopleSay } from '#domain/calendar/day.ts';
import { mayPlanActions } from '#domain/improvement/access.ts';
import { planAction } from '#domain/improvement/deeds/actions.server.ts';
import { answerableFindings } from '#domain/improvement/queries.server.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { runsWorkshop } from '../room/opening.server.ts';
import { runnersKeys } from '../runners.ts';
import * as inputs from './input.ts';
import { stepsOf, type StepRow } from './queries.server.ts';
import { insertStep, updateStep, type StepWords } from './step-store.server.ts';

const mostSteps = 40;

/**
 * Writes a step of the next-steps plan, or changes it (NFS-14): what, who, by when, how one will know, and which finding it answers.
 * Refused to all but those who run the workshop; for a day that is past; once the head has taken it up. A change meanwhile is a conflict.
 */
export const writeStep = (ctx: Context, sent: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		inputs.stepInput,
		sent,
		() => true,
		async ({ review, input, personId }) => {
			const { id, version, cardId, findingId, title, owner, due, measureOfSuccess } = input;
			const step = { cardId, findingId, title, owner, due, measureOfSuccess };
			if (!runsWorkshop(review)) return denied;
			const refused = await refusal(ctx, review, step);
			if (refused) return refused;
			const steps = await stepsOf(ctx, review);
			const standing = steps.find((one) => one.id === id);
			if (standing?.takenUp) return takenUp;
			if (version === 0) {
				if (standing) return sentAgain(standing, step, null);
				if (steps.length >= mostSteps)
					return invalid({ '': `A plan of ${mostSteps} steps is more than anybody can follow.` });
				const keys = runnersKeys(review);
				const made = await insertStep(ctx, review, { id, ...step, writtenBy: personId, keys });
				return made === 'made' ? done(null) : missing;
			}
			if (await updateStep(ctx, review, { id, version }, { ...step, writtenBy: personId })) return done(null);
			return standing ? sentAgain(standing, step, null) : missing;
		},
	);

const takenUp = invalid({ '': 'This step is an action now. Its headteacher changes it there.' });

async function refusal(ctx: Context, review: OpenReview, step: StepWords): Promise<Outcome<never> | null> {
	if (step.due < ctx.today)
		return invalid({ due: `Choose a day that is still to come: today is ${asPeopleSay(ctx.today)}.` });
	const findings = await answerableFindings(ctx, review);
	return findings.some(({ id }) => id === step.findingId)
		? null
		: invalid({ findingId: 'Choose the finding it answers.' });
}

/** Drops a step from the plan. */
export const dropStep = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		inputs.dropStepInput,
		input,
		() => true,
		async ({ review, input: { id, version } }) => {
			if (!runsWorkshop(review)) return denied;
			const standing = (await stepsOf(ctx, review)).find((one) => one.id === id);
			// Dropped already, by the same press or by somebody else: it is what was asked for.
			if (!standing) return done(null);
			if (standing.takenUp) return takenUp;
			return (await updateStep(ctx, review, { id, version }, null))
				? done(null)
				: sentAgain(standing, { version }, null);
		},
	);

/**
 * The head makes actions of all steps that are none yet, as they stand (NFS-11): all of them, or none with the reason.
 */
export const takeUpSteps = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, inputs.takeUpInput, input, mayPlanActions, async ({ review }) => {
		const open = (await stepsOf(ctx, review)).filter((step) => !step.takenUp);
		for (const step of open) {
			const outcome = await planAction(ctx, actionOf(step, review.id));
			if (outcome.is === 'invalid')
				return invalid({ '': `“${step.title}”: ${Object.values(outcome.fields).join(' ')}` });
			if (outcome.is !== 'done') return outcome;
		}
		return done(null);
	});

const actionOf = ({ id, findingId, title, owner, due, measureOfSuccess }: StepRow, reviewId: string) => ({
	...{ id, reviewId, findingId, title, owner, due, measureOfSuccess },
});
