import { audienceInWords } from '#domain/protocol/audience-words.ts';
import type { Audience } from '#domain/protocol/parts/audience.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayShare } from '../access.ts';
import { mayBeOpenedTo } from '../audience.ts';
import { releaseInput, takeBackInput, type Releasable } from '../input.ts';
import { openReview, type OpenReview } from '../open.server.ts';
import { keysFor, readersNow } from '../readers.ts';
import { tooEarly } from '../sharing.ts';
import { releasesOf } from '../sharing-queries.server.ts';
import { endLinks, endRelease, insertRelease, setThingKeys } from '../sharing-store.server.ts';
import { onReview } from './opening.server.ts';

/**
 * The host's head opens a thing to one more circle, up to the protocol's ceiling (KSA-10, NFS-12). Refused beyond it, and
 * before the report is published for what belongs to it. Opening the same twice is one deed.
 */
export const release = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(
		ctx,
		releaseInput,
		input,
		mayShare,
		async ({ review, input: { id, thing, audience }, personId }) => {
			const early = tooEarly(thing, review);
			if (early) return invalid({ '': early });
			if (!mayBeOpenedTo(thing, review.protocol, review.sharing.released).includes(audience)) {
				if (readersNow(thing, review).includes(audience)) return done(null);
				const whom = audienceInWords(review.protocol, audience);
				return invalid({ audience: `Your protocol does not let this be shared with ${whom}.` });
			}
			await openTo(ctx, review, { id, thing, audience, releasedBy: personId });
			return done(null);
		},
	);

/** Writes a release down and gives the thing's rows their new readers. */
export async function openTo(
	ctx: Context,
	review: OpenReview,
	release: { id: string; thing: Releasable; audience: Audience; releasedBy: string },
): Promise<void> {
	await insertRelease(ctx, review, release);
	await applySharing(ctx, review.id, release.thing);
}

/**
 * Takes back what was opened; links end with the right to make them. Who has read or printed it meanwhile has; from now on
 * they find nothing.
 */
export const takeBack = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, takeBackInput, input, mayShare, async ({ review, input: { releaseId }, personId }) => {
		const standing = (await releasesOf(ctx, review)).find(
			({ id, takenBackAt }) => id === releaseId && takenBackAt === null,
		);
		if (!standing) return missing;
		await endRelease(ctx, review, releaseId, personId);
		if (standing.audience === 'link') await endLinks(ctx, review, { thing: standing.thing }, personId);
		await applySharing(ctx, review.id, standing.thing);
		return done(null);
	});

/**
 * Gives the rows of a thing the keys of those who read it as of this moment of the transaction, and the review those of whom
 * knows of it, which is everybody who reads anything of it.
 */
export async function applySharing(ctx: Context, reviewId: string, thing: Releasable): Promise<void> {
	const review = await openReview(ctx, reviewId);
	if (!review) return;
	await setThingKeys(ctx, review, thing, keysFor(thing, review));
	if (thing !== 'cycle') await setThingKeys(ctx, review, 'cycle', keysFor('cycle', review));
}
