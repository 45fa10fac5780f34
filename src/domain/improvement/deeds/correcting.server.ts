import { onReview } from '#domain/review/deeds/opening.server.ts';
import { applySharing } from '#domain/review/deeds/sharing.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayCorrectActions } from '../access.ts';
import { correctActionInput, giveUpActionInput, handOverActionInput } from '../input.ts';
import { replaceAims } from '../aim-link-store.server.ts';
import { refusalOfAims } from '../aims/serving.server.ts';
import { actionsOf, answerableFindings } from '../queries.server.ts';
import * as store from '../store.server.ts';
import { isGivenUp } from './own-action.server.ts';
import { ownerNamed } from './owner.server.ts';

/**
 * The host's head puts right what an action says: title, owner, measure of success, the finding it answers, the aims it serves (NFS-11). What it said
 * before stays to be read. Refused for an owner who has left and for one given up; where somebody changed it meanwhile, what
 * stands comes back beside what was typed.
 */
export const correctAction = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		correctActionInput,
		input,
		mayCorrectActions,
		async ({ review, input: changed, personId }) => {
			const { actionId, version, aimIds, findingId, title, measureOfSuccess } = changed;
			const findings = await answerableFindings(ctx, review);
			const [action] = await actionsOf(ctx, review, { id: actionId });
			if (!action) return missing;
			if (findingId !== action.findingId && !findings.some(({ id }) => id === findingId))
				return invalid({ findingId: 'Choose the finding it answers.' });
			const owner = await ownerNamed(ctx, review, changed);
			if ('is' in owner) return owner;
			const refusal = await refusalOfAims(ctx, review, { aimIds, before: action.aims.map(({ id }) => id) });
			if (refusal) return refusal;
			const said = { findingId, title, measureOfSuccess, ...owner };
			const outcome = await say(ctx, review, { actionId, version, said });
			if (outcome.is === 'done' && action.version === version)
				await replaceAims(ctx, review, { actionId, aimIds, by: personId });
			return outcome;
		},
	);

/** An action becomes somebody else's, as where its owner has left the school. Who owned it reads it no longer for that. */
export const handOverAction = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, handOverActionInput, input, mayCorrectActions, async ({ review, input: given }) => {
		const { actionId, version } = given;
		const [action] = await actionsOf(ctx, review, { id: actionId });
		if (!action) return missing;
		const owner = await ownerNamed(ctx, review, given);
		if ('is' in owner) return owner;
		const { findingId, title, measureOfSuccess } = action;
		return say(ctx, review, { actionId, version, said: { findingId, title, measureOfSuccess, ...owner } });
	});

async function say(
	ctx: Context,
	review: OpenReview,
	{ actionId, version, said }: { actionId: string; version: number; said: store.SaidOfAction },
): Promise<Outcome> {
	const [action] = await actionsOf(ctx, review, { id: actionId });
	if (!action) return missing;
	if (action.givenUp) return isGivenUp;
	if (!(await store.updateAction(ctx, review, { id: actionId, version, said })))
		return sentAgain(action, said, null);
	// Its rows are the new owner's to read, and the former's no more.
	if (said.ownerId !== action.ownerId) await applySharing(ctx, review.id, 'actions');
	return done(null);
}

/** Gives an action up with a reason: it stays to be read, and counts neither as overdue nor as done. */
export const giveUpAction = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		giveUpActionInput,
		input,
		mayCorrectActions,
		async ({ review, input: { actionId, because }, personId }) => {
			const [action] = await actionsOf(ctx, review, { id: actionId });
			if (!action) return missing;
			if (action.givenUp) return sentAgain(action.givenUp, { because }, null);
			if (action.progress === 'done') return invalid({ '': 'This action is done.' });
			await store.giveUp(ctx, review, { id: actionId, because, by: personId });
			return done(null);
		},
	);
