import type { OpenReview } from '#domain/review/open.server.ts';
import { lines, timetable } from '#domain/review/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayCapture, mayEdit, mayWithdraw } from './access.ts';
import { onBoundReview } from './bound.server.ts';
import { editEvidenceInput, recordEvidenceInput, withdrawEvidenceInput, type Piece } from './input.ts';
import { isKeptApart } from './model.ts';
import { keysFor } from '#domain/review/readers.ts';
import { evidenceOf } from './queries.server.ts';
import { pieceClosed, refusals, workClosed, writtenAt } from './rules.ts';
import { removeForGood } from './photo-store.server.ts';
import { endShowing } from './showing-store.server.ts';
import { insertEvidence, insertWithdrawal, replaceEvidence, type Written } from './store.server.ts';

/**
 * Writes down a piece of evidence (CSC-11): what was seen, and so what. Refuses a source, kind, line or activity that is
 * not this review's, evidence outside the focus where the protocol keeps it out (CSC-26), and anything once the report is
 * published. The same form sent again changes nothing; with other words under the same id it is a conflict, so that what
 * was typed is not lost.
 */
export const recordEvidence = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onBoundReview(
		ctx,
		recordEvidenceInput,
		input,
		mayCapture,
		async ({ review, input: { id, reviewId, ago, ...piece }, personId }) => {
			const refused = await refusal(ctx, review, piece);
			if (refused) return invalid(refused);
			const of = { partnershipId: review.partnershipId, reviewId, id };
			const inserted = await insertEvidence(
				ctx,
				of,
				{ personId, at: writtenAt(ctx.now, ago) },
				written(review, piece),
			);
			if (inserted) return done({ id });
			const [before] = await evidenceOf(ctx, review, id);
			if (!before || before.authorId !== personId) return missing;
			return sentAgain(before, piece, { id });
		},
	);

/** Puts a piece differently; what it said before is kept. Only its author, and not once it is withdrawn. */
export const editEvidence = (ctx: Context, input: unknown): Promise<Outcome<{ id: string }>> =>
	onBoundReview(
		ctx,
		editEvidenceInput,
		input,
		mayCapture,
		async ({ review, input: { evidenceId, reviewId, version, ...piece }, personId }) => {
			const [before] = await evidenceOf(ctx, review, evidenceId);
			if (!before) return missing;
			if (!mayEdit(review.roles, personId, before.authorId)) return denied;
			const closed = pieceClosed(review, before);
			if (closed) return invalid({ '': closed });
			const refused = await refusal(ctx, review, piece);
			if (refused) return invalid(refused);
			const of = { partnershipId: review.partnershipId, reviewId, id: evidenceId };
			if (!(await replaceEvidence(ctx, of, version, written(review, piece))))
				return sentAgain(before, piece, { id: evidenceId });
			// What was shown is what it said. Among the lines it is read by whoever reads those; parked once more, by the team.
			const pieceChanged = said.some((name) => before[name] !== piece[name]);
			if (before.shown && (pieceChanged || !isKeptApart(piece, review.protocol.evidence)))
				await endShowing(ctx, of, { by: personId, keys: keysFor('evidence', review), pieceChanged });
			return done({ id: evidenceId });
		},
	);

/** Takes a piece back, with the reason. Its words are kept and count for nothing from then on; its photos are removed for good. */
export const withdrawEvidence = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		withdrawEvidenceInput,
		input,
		mayCapture,
		async ({ review, input: { evidenceId, reviewId, reason }, personId }) => {
			const [before] = await evidenceOf(ctx, review, evidenceId);
			if (!before) return missing;
			if (!mayWithdraw(review.roles, personId, before.authorId)) return denied;
			const closed = workClosed(review);
			if (closed) return invalid({ '': closed });
			const of = { partnershipId: review.partnershipId, reviewId, id: evidenceId };
			const keys = keysFor('evidence', review);
			await insertWithdrawal(ctx, of, personId, reason, keys);
			// It may be withdrawn because nobody should read it.
			if (before.shown) await endShowing(ctx, of, { by: personId, keys });
			// Words are struck through and stay; a picture cannot be.
			for (const { id } of before.photos)
				await removeForGood(ctx, { partnershipId: of.partnershipId, evidenceId, id }, personId);
			return done(null);
		},
	);

const said = ['seen', 'soWhat', 'pupilWords'] as const;

const written = (review: OpenReview, piece: Piece): Written => ({
	piece,
	apart: isKeptApart(piece, review.protocol.evidence),
	keys: keysFor('evidence', review),
});

async function refusal(ctx: Context, review: OpenReview, piece: Piece): Promise<FieldErrors | null> {
	const closed = workClosed(review);
	if (closed) return { '': closed };
	const plan = { lines: await lines(ctx, review), activities: await timetable(ctx, review) };
	const fields = refusals(piece, review.protocol, plan);
	return Object.keys(fields).length > 0 ? fields : null;
}
