import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayTick } from '../access.ts';
import { tickInput, untickInput } from '../input.ts';
import type { OpenReview } from '../open.server.ts';
import { whyCourseStands } from '../stage.ts';
import { insertTick, withdrawTick } from '../tick-store.server.ts';
import { onReview } from './opening.server.ts';

/**
 * Says that something only people can see is done, and on which day. Refused to those the protocol does not ask for it, for a
 * day that has not come or lies before the review was proposed, and where the review stands still or is closed.
 */
export const tickStage = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		tickInput,
		input,
		() => true,
		async ({ review, input: { stage: key, ...tick }, personId }) => {
			const stage = tickable(review, key);
			if (!stage) return missing;
			if (!mayTick(review.roles, stage)) return denied;
			const stands = whyCourseStands(review.facts);
			if (stands) return invalid({ '': stands });
			if (tick.on > ctx.today) return invalid({ on: 'That day has not come yet. Tick it when it is done.' });
			if (tick.on < review.facts.proposedOn)
				return invalid({ on: 'That is before the review was proposed. Give a later day.' });
			await insertTick(ctx, review, { ...tick, stage: key, by: personId });
			return done(null);
		},
	);

/** Takes a tick back: whoever the protocol asks for the stage may, not only who ticked it. That it was ticked stays written down. */
export const untickStage = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		untickInput,
		input,
		() => true,
		async ({ review, input: { stage: key }, personId }) => {
			const stage = tickable(review, key);
			if (!stage) return missing;
			if (!mayTick(review.roles, stage)) return denied;
			const stands = whyCourseStands(review.facts);
			if (stands) return invalid({ '': stands });
			return (await withdrawTick(ctx, review, key, personId)) ? done(null) : missing;
		},
	);

const tickable = ({ protocol }: OpenReview, key: string): Stage | undefined =>
	protocol.stages.find((stage) => stage.key === key && stage.done === 'ticked');
