import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { inTurn } from '../document/turn.server.ts';
import { draftOf } from '../draft.server.ts';
import { latestEdition } from '../queries.server.ts';
import { deleteReopening, insertReopening } from '../report-store.server.ts';
import { ofReview } from '../of-review.ts';

/**
 * Called after every change of what is written, and of the evidence it rests on. A change of the body reopens signing, and taking the change back closes it
 * again; nobody has to press anything for either (domain model: a report's life).
 */
export async function reopenIfChanged(ctx: Context, review: OpenReview, changedBy: string): Promise<void> {
	const edition = await latestEdition(ctx, review);
	if (!edition) return;
	const of = ofReview(review);
	const { digest } = await draftOf(ctx, review);
	if (digest !== edition.digest) await insertReopening(ctx, of, edition.number, changedBy);
	// A correction ends by a new edition, or when somebody says so: not while it is being written.
	else if (edition.publishedAt === null) await deleteReopening(ctx, of, edition.number);
}

/** A deed on evidence as the report sees it: the edition that quotes or counts it is no longer what is written. */
export const reopening =
	<T>(deed: (ctx: Context, input: unknown) => Promise<Outcome<T>>) =>
	(ctx: Context, input: unknown): Promise<Outcome<T>> =>
		inTurn(ctx, input, async () => {
			const outcome = await deed(ctx, input);
			const review =
				outcome.is === 'done' ? await openReview(ctx, (input as { reviewId: string }).reviewId) : null;
			if (review && ctx.actor.kind === 'person') await reopenIfChanged(ctx, review, ctx.actor.id);
			return outcome;
		});
