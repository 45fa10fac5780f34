import { rowOf, type ReviewKey } from '#domain/review/review-key.ts';
import type { Context } from '#platform/context.ts';

/** Lets the host read one piece that is kept apart; once while it is shown. */
export async function insertShowing(
	ctx: Context,
	review: ReviewKey,
	showing: { evidenceId: string; shownBy: string; keys: string[] },
): Promise<void> {
	await ctx.db
		.insertInto('showing')
		.values({
			...rowOf(review),
			id: ctx.newId(),
			evidence_id: showing.evidenceId,
			shown_by: showing.shownBy,
			shown_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await keyPiece(ctx, { partnershipId: review.partnershipId, id: showing.evidenceId }, showing.keys);
}

/** Ends that, with who ended it, when, and whether it is because the piece is another now; the piece is the team's again. */
export async function endShowing(
	ctx: Context,
	piece: { partnershipId: string; id: string },
	end: { by: string; keys: string[]; pieceChanged?: boolean },
): Promise<void> {
	await ctx.db
		.updateTable('showing')
		.set({
			taken_back_by: end.by,
			taken_back_at: ctx.now,
			piece_changed: end.pieceChanged ?? false,
		})
		.where('partnership_id', '=', piece.partnershipId)
		.where('evidence_id', '=', piece.id)
		.where('taken_back_at', 'is', null)
		.execute();
	await keyPiece(ctx, piece, end.keys);
}

/**
 * Gives a piece, and what is said of its withdrawal, the keys of those who read the review's evidence; of one that is kept
 * apart the database leaves the team's, and adds the host's while it is shown (migration 0032).
 */
async function keyPiece(
	ctx: Context,
	piece: { partnershipId: string; id: string },
	keys: string[],
): Promise<void> {
	await ctx.db
		.updateTable('evidence')
		.set({ keys })
		.where('partnership_id', '=', piece.partnershipId)
		.where('id', '=', piece.id)
		.execute();
	await ctx.db
		.updateTable('evidence_withdrawal')
		.set({ keys })
		.where('partnership_id', '=', piece.partnershipId)
		.where('evidence_id', '=', piece.id)
		.execute();
}
