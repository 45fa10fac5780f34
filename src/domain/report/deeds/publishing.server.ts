import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { keysFor } from '#domain/evidence/keys.ts';
import { mayBeOpenedTo } from '#domain/review/audience.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayPublish, mayRelease } from '../access.ts';
import { publishInput, releaseInput, takeBackInput, type Releasable } from '../input.ts';
import { latestEdition, releasesOf } from '../queries.server.ts';
import {
	endRelease,
	insertPublication,
	insertRelease,
	openFindingsTo,
	openReportTo,
} from '../report-store.server.ts';
import { releasedTo } from '../sharing.ts';
import { signers, signingState, unsigned } from '../signing.ts';
import { nothingToSign } from './signing.server.ts';

/**
 * Publishes the agreed edition to the audience the protocol sets as its floor; the host's head opens it further. Refused
 * while somebody has yet to sign, and when the report was changed after signing.
 */
export const publishReport = (ctx: Context, input: unknown): Promise<Outcome<{ edition: number }>> =>
	onBoundReview(ctx, publishInput, input, mayPublish, async ({ review, personId }) => {
		if (review.facts.publication) return done({ edition: review.facts.publication.edition });
		if (review.stage === 'deferred' || review.stage === 'cancelled')
			return invalid({ '': `The review is ${review.stage}.` });
		const edition = await latestEdition(ctx, review);
		if (!edition || review.facts.edition === null) return invalid({ '': await nothingToSign(ctx, review) });
		const waiting = unsigned(signingState(signers(review.protocol, review.facts), edition.signOffs));
		if (waiting) return invalid({ '': waiting });
		const of = { partnershipId: review.partnershipId, reviewId: review.id };
		await insertPublication(ctx, of, edition.number, personId);
		await openReportTo(ctx, of, edition.number, keysFor('report', review));
		await openFindingsTo(ctx, of, keysFor('findings', review));
		return done({ edition: edition.number });
	});

/** The host's head opens the published report or its findings further, up to the protocol's ceiling (KSA-10). */
export const release = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		releaseInput,
		input,
		mayRelease,
		async ({ review, input: { id, thing, audience }, personId }) => {
			if (!review.facts.publication) return invalid({ '': 'The report can be shared once it is published.' });
			const before = releasedTo(await releasesOf(ctx, review), thing);
			if (before.includes(audience)) return done(null);
			if (!mayBeOpenedTo(thing, review.protocol, before).includes(audience)) {
				return invalid({ audience: 'Your protocol does not let this be shared with them.' });
			}
			const of = { partnershipId: review.partnershipId, reviewId: review.id };
			const inserted = await insertRelease(ctx, of, { id, thing, audience, releasedBy: personId });
			if (inserted === 'taken') return missing;
			if (inserted === 'made before')
				return invalid({ '': 'You shared this and took it back. Open the page again to share it anew.' });
			await applySharing(ctx, review, thing, review.facts.publication.edition);
			return done(null);
		},
	);

/** Takes back what was shared. Who has read or printed it meanwhile has; from now on they find nothing. */
export const takeBack = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(ctx, takeBackInput, input, mayRelease, async ({ review, input: { releaseId } }) => {
		const of = { partnershipId: review.partnershipId, reviewId: review.id };
		const standing = (await releasesOf(ctx, review)).find(
			({ id, takenBackAt }) => id === releaseId && takenBackAt === null,
		);
		if (!standing || !review.facts.publication) return missing;
		await endRelease(ctx, of, releaseId);
		await applySharing(ctx, review, standing.thing, review.facts.publication.edition);
		return done(null);
	});

async function applySharing(
	ctx: Context,
	review: OpenReview,
	thing: Releasable,
	edition: number,
): Promise<void> {
	const of = { partnershipId: review.partnershipId, reviewId: review.id };
	const keys = keysFor(thing, review, releasedTo(await releasesOf(ctx, review), thing));
	if (thing === 'report') await openReportTo(ctx, of, edition, keys);
	else await openFindingsTo(ctx, of, keys);
}
