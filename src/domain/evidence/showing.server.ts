import { keysFor } from '#domain/review/readers.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayShow } from './access.ts';
import { onBoundReview } from './bound.server.ts';
import { showPieceInput } from './input.ts';
import { isKeptApart } from './model.ts';
import { evidenceOf, type EvidenceRow } from './queries.server.ts';
import { showingClosed } from './rules.ts';
import { endShowing, insertShowing, keyPiece } from './showing-store.server.ts';

/**
 * Lets the host read one piece that lies outside the focus and is kept apart (CSC-26): by any of the team, until the review is
 * closed. Refused where the protocol never lets a host read evidence, and for a piece that is not parked or is withdrawn. Shown
 * twice is shown once.
 */
export const showToHost = (ctx: Context, input: unknown): Promise<Outcome> =>
	onParked(ctx, input, async (review, piece, personId) => {
		if (!isKeptApart(piece, review.protocol.evidence))
			return 'This piece lies within the focus: who reads it is the protocol’s.';
		if (piece.withdrawn) return 'This piece is withdrawn. What is withdrawn is shown to nobody else.';
		await insertShowing(ctx, review, { evidenceId: piece.id, shownBy: personId });
		return null;
	});

/** Takes that back. What the host has read meanwhile they have read; from now on it is not there for them. */
export const takeFromHost = (ctx: Context, input: unknown): Promise<Outcome> =>
	onParked(ctx, input, async (review, piece, personId) => {
		await endShowing(ctx, { partnershipId: review.partnershipId, id: piece.id }, personId);
		return null;
	});

/** @param deed does it, or says in a sentence why it may not be */
const onParked = (
	ctx: Context,
	input: unknown,
	deed: (review: OpenReview, piece: EvidenceRow, personId: string) => Promise<string | null>,
): Promise<Outcome> =>
	onBoundReview(ctx, showPieceInput, input, mayShow, async ({ review, input: { evidenceId }, personId }) => {
		const closed = showingClosed(review);
		if (closed) return invalid({ '': closed });
		const [piece] = await evidenceOf(ctx, review, evidenceId);
		if (!piece) return missing;
		const refused = await deed(review, piece, personId);
		if (refused) return invalid({ '': refused });
		await keyPiece(ctx, { partnershipId: review.partnershipId, id: piece.id }, keysFor('evidence', review));
		return done(null);
	});
