import type { OpenReview } from '#domain/review/open.server.ts';
import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { actionsOf } from '../queries.server.ts';
import { mostImpacts } from './impact.ts';
import * as store from './impact-store.server.ts';
import type { TellingOfImpact } from './input.ts';
import { toldImpact } from './queries.server.ts';

interface Telling {
	id: string;
	told: TellingOfImpact;
	personId: string;
}

/** Tells an impact under the id that came with its form; the same again is done already. */
export const tell = (ctx: Context, review: OpenReview, telling: Telling): Promise<Outcome<{ id: string }>> =>
	insert(ctx, review, telling, ['review_id', 'told_by']);

/** Tells under its own id what stands written elsewhere: once, by whichever head, also after it was taken back as impact. */
export async function tellWhatStands(
	ctx: Context,
	review: OpenReview,
	telling: Telling,
): Promise<Outcome<{ id: string }>> {
	const outcome = await insert(ctx, review, telling, ['review_id']);
	const { id, told, personId } = telling;
	if (outcome.is === 'done') await store.tellAgain(ctx, review, { id, told, toldBy: personId });
	return outcome;
}

async function insert(
	ctx: Context,
	review: OpenReview,
	{ id, told, personId }: Telling,
	own: Parameters<typeof store.insertImpact>[3],
): Promise<Outcome<{ id: string }>> {
	const refusal = await refusalOf(ctx, review, told);
	if (refusal) return refusal;
	const before = await toldImpact(ctx, review);
	if (before.length >= mostImpacts && !before.some((one) => one.id === id))
		return invalid({ '': `A review has at most ${mostImpacts} impacts. Take one back first.` });
	const keys = keysFor('actions', review);
	const inserted = await store.insertImpact(ctx, review, { id, told, toldBy: personId, keys }, own);
	return inserted === 'taken' ? missing : done({ id });
}

/** Why what is told of a review's impact cannot be told so; null where it can. */
export async function refusalOf(
	ctx: Context,
	review: OpenReview,
	{ heading, actionId, inspectedOn }: TellingOfImpact,
): Promise<Outcome<never> | null> {
	if (!review.followUpOpen)
		return invalid({
			'': 'Impact is told once the report is out, or, where there is none, once the day is over.',
		});
	const { impactHeadings } = review.protocol.followUp;
	if (impactHeadings.length > 0 && !impactHeadings.some(({ key }) => key === heading))
		return invalid({ heading: 'Choose the heading it belongs under.' });
	if (impactHeadings.length === 0 && heading !== '') return missing;
	if (inspectedOn > ctx.today) return invalid({ inspectedOn: 'That day is still to come.' });
	if (inspectedOn !== '' && review.facts.firstDay !== null && inspectedOn < review.facts.firstDay)
		return invalid({ inspectedOn: 'That was before this review.' });
	if (actionId !== '' && (await actionsOf(ctx, review, { id: actionId })).length === 0)
		return invalid({ actionId: 'Choose an action of this review.' });
	return null;
}
