import type { z } from 'zod';
import { keysFor } from '#domain/review/readers.ts';
import type { Deed } from '#domain/review/deeds/opening.server.ts';
import type { Context } from '#platform/context.ts';
import { conflict, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayShow } from './access.ts';
import { onBoundReview } from './bound.server.ts';
import { showPieceInput, takeBackPieceInput } from './input.ts';
import { isKeptApart } from './model.ts';
import { evidenceOf, type EvidenceRow } from './queries.server.ts';
import { showingClosed } from './rules.ts';
import { endShowing, insertShowing } from './showing-store.server.ts';

/**
 * Lets the host read one piece that lies outside the focus and is kept apart (CSC-26): by any of the team, until the review is
 * closed. Refused where the protocol never lets a host read evidence, and for a piece that is not parked or is withdrawn. Shown
 * are the words and photos that were chosen: a piece that has changed since `version`, or has a photo that is not among `photos`,
 * is a conflict. Shown twice is shown once.
 */
export const showToHost = (ctx: Context, input: unknown): Promise<Outcome> =>
	onParked(ctx, showPieceInput, input, async ({ review, input: { version, photos }, personId }, piece) => {
		if (!isKeptApart(piece, review.protocol.evidence))
			return invalid({ '': 'This piece lies within the focus: who reads it is the protocol’s.' });
		if (piece.withdrawn)
			return invalid({ '': 'This piece is withdrawn. What is withdrawn is shown to nobody else.' });
		const unseen = piece.photos.some(({ id }) => !photos.includes(id));
		if (piece.version !== version || unseen) return conflict(piece);
		const keys = keysFor('evidence', review);
		await insertShowing(ctx, review, { evidenceId: piece.id, shownBy: personId, keys });
		return done(null);
	});

/** Takes that back. What the host has read meanwhile they have read; from now on it is not there for them. */
export const takeFromHost = (ctx: Context, input: unknown): Promise<Outcome> =>
	onParked(ctx, takeBackPieceInput, input, async ({ review, personId }, piece) => {
		const keys = keysFor('evidence', review);
		await endShowing(ctx, { partnershipId: review.partnershipId, id: piece.id }, { by: personId, keys });
		return done(null);
	});

const onParked = <S extends z.ZodType<{ evidenceId: string; reviewId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (on: Deed<z.output<S>>, piece: EvidenceRow) => Promise<Outcome>,
): Promise<Outcome> =>
	onBoundReview(ctx, schema, input, mayShow, async (on) => {
		const closed = showingClosed(on.review);
		if (closed) return invalid({ '': closed });
		const [piece] = await evidenceOf(ctx, on.review, on.input.evidenceId);
		return piece ? deed(on, piece) : missing;
	});
