import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayTellImpact } from '../access.ts';
import { actionsOf } from '../queries.server.ts';
import * as store from './impact-store.server.ts';
import { changeImpactInput, takeBackImpactInput, tellImpactInput, tellUpdateInput } from './input.ts';
import { toldImpact } from './queries.server.ts';
import { refusalOf, tell, tellWhatStands } from './telling.server.ts';

/**
 * The host's head tells one thing that the review changed, under a heading of its protocol (HEP-15): in words, and where it can be
 * counted with a figure before and a figure now (CSC-29). Also after the review is closed: impact takes its time. Refused before what
 * follows a review may be written down (`isFollowUpOpen`); under another heading; of an action of another review; beyond the hundredth.
 */
export const tellImpact = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, tellImpactInput, input, mayTellImpact, async ({ review, input, personId }) => {
		const { id, reviewId: _, ...told } = input;
		return tell(ctx, review, { id, told, personId });
	});

/**
 * The same of what an update of an action says, words and figures as they stand. An update is told as impact once, also after it
 * was taken back; refused for one that says nothing.
 */
export const tellUpdate = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, tellUpdateInput, input, mayTellImpact, async ({ review, input, personId }) => {
		const [action] = await actionsOf(ctx, review, { id: input.actionId });
		const update = action?.updates.find(({ id }) => id === input.updateId);
		if (!action || !update) return missing;
		if (update.words === '' || update.dueBefore !== null)
			return invalid({ '': 'This update says nothing of a change.' });
		const { heading, pupils } = input;
		const { words, measure, source } = update;
		const figures = { measure: measure?.what ?? '', before: measure?.before ?? '', now: measure?.now ?? '' };
		const told = { heading, pupils, words, ...figures, source, actionId: action.id, inspectedOn: '' };
		return tellWhatStands(ctx, review, { id: update.id, told, personId });
	});

/** Tells it otherwise; what it said before stays to be read. Where somebody else changed it meanwhile, what stands comes back beside what was typed. */
export const changeImpact = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, changeImpactInput, input, mayTellImpact, async ({ review, input, personId }) => {
		const { impactId: id, version, reviewId: _, ...told } = input;
		const refusal = await refusalOf(ctx, review, told);
		if (refusal) return refusal;
		if (await store.updateImpact(ctx, review, { id, version, told, toldBy: personId })) return done(null);
		const standing = (await toldImpact(ctx, review)).find((one) => one.id === id);
		if (!standing) return missing;
		const { heading, words, pupils, measure, action, source, inspectedOn } = standing;
		return sentAgain(
			{
				...{ heading, words, pupils, source, inspectedOn: inspectedOn ?? '' },
				actionId: action?.id ?? '',
				measure: measure?.what ?? '',
				before: measure?.before ?? '',
				now: measure?.now ?? '',
			},
			told,
			null,
		);
	});

/** Takes back what was told; nobody reads it any more. */
export const takeBackImpact = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		takeBackImpactInput,
		input,
		mayTellImpact,
		async ({ review, input: { impactId }, personId }) => {
			await store.takeBack(ctx, review, impactId, personId);
			return done(null);
		},
	);
