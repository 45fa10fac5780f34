import { asPeopleSay, daysBetween } from '#domain/calendar/day.ts';
import { keysFor } from '#domain/review/readers.ts';
import { applySharing } from '#domain/review/deeds/sharing.server.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayPlanActions, mayReportProgress } from '../access.ts';
import * as inputs from '../input.ts';
import { replaceAims } from '../aim-link-store.server.ts';
import { refusalOfAims } from '../aims/serving.server.ts';
import { moveMilestones } from '../milestone-store.server.ts';
import { answerableFindings } from '../queries.server.ts';
import * as store from '../store.server.ts';
import { isGivenUp, ownAction } from './own-action.server.ts';
import { ownerNamed } from './owner.server.ts';

const anyone = () => true;
const unpublished = invalid({ '': 'Actions answer the published report. It is not published yet.' });
const past = (today: string) => `Choose a day that is still to come: today is ${asPeopleSay(today)}.`;

/**
 * The host's head plans an action that answers a finding of the published report (NFS-11). Refused before publication and
 * after closing; a due day that is past; a finding of another review; an owner who has left the school. An owner whose name is
 * that of somebody at the host school who signs in may report on it themselves.
 */
export const planAction = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(
		ctx,
		inputs.planActionInput,
		input,
		mayPlanActions,
		async ({ review, input: action, personId }) => {
			if (!review.followUpOpen) return unpublished;
			if (review.facts.closedOn)
				return invalid({ '': 'This review is closed. New actions belong to the next one.' });
			if (action.due < ctx.today) return invalid({ due: past(ctx.today) });
			const findings = await answerableFindings(ctx, review);
			if (!findings.some(({ id }) => id === action.findingId)) {
				return invalid({ findingId: 'Choose the finding it answers.' });
			}
			const owner = await ownerNamed(ctx, review, action);
			if ('is' in owner) return owner;
			const { aimIds } = action;
			const refusal = await refusalOfAims(ctx, review, { aimIds, before: [] });
			if (refusal) return refusal;
			const inserted = await store.insertAction(ctx, review, {
				...action,
				...owner,
				plannedBy: personId,
				keys: actionKeys(review, owner.ownerId),
			});
			if (inserted === 'taken') return missing;
			if (inserted === 'made') await replaceAims(ctx, review, { actionId: action.id, aimIds, by: personId });
			if (owner.ownerId) await applySharing(ctx, review.id, 'cycle');
			return done({ id: action.id });
		},
	);

/** Whoever owns an action reads it, wherever the protocol draws the circle. */
const actionKeys = (review: OpenReview, ownerId: string | null): string[] => [
	...keysFor('actions', review),
	...(ownerId ? [`person:${ownerId}`] : []),
];

/** Says how far an action has come. The same form sent twice is one update; one sent again that says something else is another. */
export const updateAction = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, inputs.updateActionInput, input, anyone, async ({ review, input: update, personId }) => {
		const action = await ownAction(ctx, review, update.actionId, personId);
		if ('is' in action) return action;
		if (action.givenUp) return isGivenUp;
		const again = action.updates.some(({ id }) => id === update.id);
		const [last] = action.updates;
		if (again && last?.progress === update.progress && last.words === update.words) return done(null);
		const inserted = await store.insertUpdate(ctx, review, {
			...update,
			id: again ? ctx.newId() : update.id,
			dueBefore: null,
			writtenBy: personId,
			keys: actionKeys(review, action.ownerId),
		});
		return inserted === 'taken' ? missing : done(null);
	});

/** Moves an action's due day, and its milestones where asked. The reason and the day it had been stay to be read among its updates. */
export const rescheduleAction = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, inputs.rescheduleActionInput, input, anyone, async ({ review, input: change, personId }) => {
		const action = await ownAction(ctx, review, change.actionId, personId);
		if ('is' in action) return action;
		if (action.updates.some(({ id }) => id === change.id)) return done(null);
		if (change.due < ctx.today) return invalid({ due: past(ctx.today) });
		if (change.due === action.due)
			return invalid({ due: `It is due on ${asPeopleSay(action.due)} already.` });
		if (action.progress === 'done') return invalid({ '': 'This action is done.' });
		if (action.givenUp) return isGivenUp;
		const inserted = await store.insertUpdate(ctx, review, {
			id: change.id,
			actionId: action.id,
			progress: action.progress,
			words: change.reason,
			dueBefore: action.due,
			writtenBy: personId,
			keys: actionKeys(review, action.ownerId),
		});
		if (inserted !== 'made') return missing;
		await store.moveDue(ctx, review, action.id, change.due);
		if (change.milestonesToo)
			await moveMilestones(ctx, review, action.id, daysBetween(action.due, change.due));
		return done(null);
	});

/** The head's report of progress to a partnership meeting (NFS-15), read by whoever reads the actions. */
export const reportProgress = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		inputs.progressReportInput,
		input,
		mayReportProgress,
		async ({ review, input: report, personId }) => {
			if (!review.followUpOpen)
				return invalid({ '': 'There is no published report yet to report progress on.' });
			const inserted = await store.insertProgressReport(ctx, review, {
				id: report.id,
				words: report.words,
				reportedBy: personId,
				keys: keysFor('actions', review),
			});
			return inserted === 'taken' ? missing : done(null);
		},
	);
