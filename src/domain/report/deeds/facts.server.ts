import { onBoundReview } from '#domain/evidence/bound.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, type Outcome } from '#platform/outcome.ts';
import { mayCheckFacts } from '../access.ts';
import { authorRole } from '../author-role.ts';
import { inTurn } from '../document/turn.server.ts';
import { confirmFactsInput } from '../input.ts';
import { ofReview } from '../of-review.ts';
import { insertFactCheck } from '../report-store.server.ts';
import { signingRefused } from './signing.server.ts';
import { editionKeys } from './writing.server.ts';

/**
 * A head of the host has read the edition that is up for signing and says that its facts are right, each in their own role
 * (NFS-30). What is not right they say as context (NFS-27). It holds up nobody, and is said of that edition alone.
 */
export const confirmFacts = (ctx: Context, input: unknown): Promise<Outcome> =>
	inTurn(ctx, input, () =>
		onBoundReview(
			ctx,
			confirmFactsInput,
			input,
			mayCheckFacts,
			async ({ review, personId, input: { edition, digest } }) => {
				const refused = await signingRefused(ctx, review, edition, digest);
				if (refused) return invalid(refused);
				await insertFactCheck(
					ctx,
					ofReview(review),
					{ edition, personId, role: authorRole(review, personId, 'host') },
					editionKeys(review),
				);
				return done(null);
			},
		),
	);
