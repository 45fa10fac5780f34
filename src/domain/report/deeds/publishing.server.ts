import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { applySharing } from '#domain/review/deeds/sharing.server.ts';
import { isBeingCorrected } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { mayPublish } from '../access.ts';
import { publishInput } from '../input.ts';
import { inTurn } from '../document/turn.server.ts';
import { latestEdition } from '../queries.server.ts';
import { insertPublication } from '../report-store.server.ts';
import { signingState, unsigned } from '../signing.ts';
import { nothingToSign } from './signing.server.ts';
import { ofReview } from '../of-review.ts';

/**
 * Publishes the agreed edition to the audience the protocol sets as its floor; the host's head opens it further. Refused
 * while somebody has yet to sign, and when the report was changed after signing. A correction goes out like the first, and what it
 * corrects stays with those who wrote it and the host's heads.
 */
export const publishReport = (ctx: Context, input: unknown): Promise<Outcome<{ edition: number }>> =>
	inTurn(ctx, input, () =>
		onBoundReview(ctx, publishInput, input, mayPublish, async ({ review, personId }) => {
			const { publication } = review.facts;
			if (publication && !isBeingCorrected(review.facts)) return done({ edition: publication.edition });
			if (review.stage === 'deferred' || review.stage === 'cancelled')
				return invalid({ '': `The review is ${review.stage}.` });
			const edition = await latestEdition(ctx, review);
			if (!edition || review.facts.edition === null) return invalid({ '': await nothingToSign(ctx, review) });
			const waiting = unsigned(signingState(review.protocol, review.facts, edition));
			if (waiting) return invalid({ '': waiting });
			await insertPublication(ctx, ofReview(review), edition.number, personId);
			for (const thing of ['report', 'findings'] as const) await applySharing(ctx, review.id, thing);
			return done({ edition: edition.number });
		}),
	);
