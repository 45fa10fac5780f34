import { keysFor } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import { conflict, denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayCapture, mayEdit, mayWithdraw } from './access.ts';
import { onBoundReview } from './bound.server.ts';
import { addPhotoInput, removePhotoInput } from './photo-input.ts';
import { photoStands } from './photo-queries.server.ts';
import { insertPhoto, removeForGood } from './photo-store.server.ts';
import { noPhotosHere, photosFull } from './photo.ts';
import { evidenceOf } from './queries.server.ts';
import { pieceClosed, writtenAt } from './rules.ts';
import { endShowing } from './showing-store.server.ts';

/**
 * Hangs a photo on a piece of one's own. Refuses it where the protocol takes none, where the piece is closed or full, and what is
 * no picture. The same photo sent again changes nothing, and one that was removed stays removed.
 */
export const addPhoto = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onBoundReview(ctx, addPhotoInput, input, mayCapture, async ({ review, input: sent, personId }) => {
		const { id, evidenceId, picture } = sent;
		const [piece] = await evidenceOf(ctx, review, evidenceId);
		if (!piece) return missing;
		if (!mayEdit(review.roles, personId, piece.authorId)) return denied;
		const stands = await photoStands(ctx, review.partnershipId, id);
		if (stands?.is === 'removed') return done({ id });
		if (review.protocol.evidence.photos === 'never') return invalid({ picture: noPhotosHere });
		if (picture.is === 'no picture') return invalid({ picture: picture.because });
		if (stands) {
			const same =
				stands.evidenceId === evidenceId && stands.takenBy === personId && stands.sha256 === picture.sha256;
			return same ? done({ id }) : conflict(null);
		}
		const closed = pieceClosed(review, piece);
		if (closed) return invalid({ '': closed });
		const full = photosFull(piece.photos);
		if (full) return invalid({ picture: full });
		const of = { partnershipId: review.partnershipId, reviewId: review.id, evidenceId, id };
		const by = { personId, at: writtenAt(ctx.now, sent.ago) };
		// The id is that of a photo which the actor may not see.
		if (!(await insertPhoto(ctx, of, by, sent.description, picture))) return missing;
		// Nobody chose to show this photo.
		const end = { by: personId, keys: keysFor('evidence', review), pieceChanged: true };
		if (piece.shown) await endShowing(ctx, { partnershipId: review.partnershipId, id: evidenceId }, end);
		return done({ id });
	});

/**
 * Removes a photo for good; that there was one is all that stays. By whoever may withdraw the piece, and at any time: a face that
 * was overlooked weighs more than what a report once rested on.
 */
export const removePhoto = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(ctx, removePhotoInput, input, mayCapture, async ({ review, input: sent, personId }) => {
		const [piece] = await evidenceOf(ctx, review, sent.evidenceId);
		if (!piece) return missing;
		if (!mayWithdraw(review.roles, personId, piece.authorId)) return denied;
		const { partnershipId } = review;
		const stands = await photoStands(ctx, partnershipId, sent.photoId);
		if (stands?.is === 'there' && stands.evidenceId !== piece.id) return missing;
		await removeForGood(ctx, { partnershipId, evidenceId: piece.id, id: sent.photoId }, personId);
		return done(null);
	});
