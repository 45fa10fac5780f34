import { onReview } from '#domain/review/deeds/opening.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayTellImpact } from '../access.ts';
import { actionsOf } from '../queries.server.ts';
import { mostImpacts } from './impact.ts';
import * as store from './impact-store.server.ts';
import { changeImpactInput, takeBackImpactInput, tellImpactInput, type TellingOfImpact } from './input.ts';
import { toldImpact } from './queries.server.ts';

/**
 * The host's head tells one thing that the review changed, under a heading of its protocol (HEP-15): in words, and where it can be
 * counted with a figure before and a figure now (CSC-29). Also after the review is closed: impact takes its time. Refused before what
 * follows a review may be written down (`isFollowUpOpen`); under another heading; of an action of another review; beyond the hundredth.
 */
export const tellImpact = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onReview(ctx, tellImpactInput, input, mayTellImpact, async ({ review, input, personId }) => {
		const { id, reviewId: _, ...told } = input;
		const refusal = await refusalOf(ctx, review, told);
		if (refusal) return refusal;
		const before = await toldImpact(ctx, review);
		if (before.length >= mostImpacts && !before.some((one) => one.id === id))
			return invalid({ '': `A review has at most ${mostImpacts} impacts. Take one back first.` });
		const keys = keysFor('actions', review);
		const inserted = await store.insertImpact(ctx, review, { id, told, toldBy: personId, keys });
		return inserted === 'taken' ? missing : done({ id });
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
		const { heading, words, pupils, measure, action } = standing;
		return sentAgain(
			{
				...{ heading, words, pupils },
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

async function refusalOf(
	ctx: Context,
	review: OpenReview,
	{ heading, actionId }: TellingOfImpact,
): Promise<Outcome<never> | null> {
	if (!review.followUpOpen)
		return invalid({
			'': 'Impact is told once the report is out, or, where there is none, once the day is over.',
		});
	const { impactHeadings } = review.protocol.followUp;
	if (impactHeadings.length > 0 && !impactHeadings.some(({ key }) => key === heading))
		return invalid({ heading: 'Choose the heading it belongs under.' });
	if (impactHeadings.length === 0 && heading !== '') return missing;
	if (actionId !== '' && (await actionsOf(ctx, review, { id: actionId })).length === 0)
		return invalid({ actionId: 'Choose an action of this review.' });
	return null;
}
