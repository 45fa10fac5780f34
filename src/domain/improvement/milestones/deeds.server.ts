import { asPeopleSay } from '#domain/calendar/day.ts';
import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayCorrectActions } from '../access.ts';
import { isGivenUp, ownAction } from '../deeds/own-action.server.ts';
import { mostMilestones } from '../model.ts';
import { actionsOf } from '../queries.server.ts';
import { addMilestoneInput, removeMilestoneInput, tickMilestoneInput } from './input.ts';
import * as store from '../milestone-store.server.ts';

const anyone = () => true;

/**
 * The host's head adds a small step with a day to an action. Refused after the action's own day or on a day that is past, beyond a
 * dozen, and where the action is done or given up.
 */
export const addMilestone = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, addMilestoneInput, input, mayCorrectActions, async ({ review, input: added, personId }) => {
		const [action] = await actionsOf(ctx, review, { id: added.actionId });
		if (!action) return missing;
		const { milestones, progress, due } = action;
		if (milestones.some(({ id }) => id === added.id)) return done(null);
		if (action.givenUp) return isGivenUp;
		if (progress === 'done') return invalid({ '': 'This action is done.' });
		if (milestones.length >= mostMilestones)
			return invalid({ '': `An action has at most ${mostMilestones} milestones. Take one away first.` });
		if (added.due < ctx.today)
			return invalid({
				due: `Choose a day that is still to come: today is ${asPeopleSay(ctx.today)}.`,
			});
		if (added.due > due)
			return invalid({
				due: `The action itself is due on ${asPeopleSay(due)}. A milestone comes before that.`,
			});
		const inserted = await store.insertMilestone(ctx, review, { ...added, addedBy: personId });
		return inserted === 'taken' ? missing : done(null);
	});

/** Ticks a milestone off, or takes the tick away; by the head or whoever owns the action. */
export const tickMilestone = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, tickMilestoneInput, input, anyone, async ({ review, input: ticked, personId }) => {
		const action = await ownAction(ctx, review, ticked.actionId, personId);
		if ('is' in action) return action;
		if (!action.milestones.some(({ id }) => id === ticked.milestoneId))
			return invalid({ '': 'This milestone was taken away meanwhile.' });
		if (action.givenUp) return isGivenUp;
		await store.tick(ctx, review, { ...ticked, by: ticked.reached === 'yes' ? personId : null });
		return done(null);
	});

/** Takes away a milestone that is not reached. What is away already stays away. */
export const removeMilestone = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, removeMilestoneInput, input, mayCorrectActions, async ({ review, input: removed }) => {
		const [action] = await actionsOf(ctx, review, { id: removed.actionId });
		if (!action) return missing;
		if (action.milestones.some(({ id, reachedOn }) => id === removed.milestoneId && reachedOn !== null))
			return invalid({ '': 'This milestone is reached. Take its tick away first.' });
		await store.deleteMilestone(ctx, review, removed);
		return done(null);
	});
