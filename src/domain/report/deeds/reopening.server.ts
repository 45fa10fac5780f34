import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { draftOf } from '../draft.server.ts';
import { latestEdition } from '../queries.server.ts';
import { deleteReopening, insertReopening } from '../report-store.server.ts';

/**
 * Called after every change of what is written. A change of the body reopens signing, and taking the change back closes it
 * again; nobody has to press anything for either (domain model: a report's life).
 */
export async function reopenIfChanged(ctx: Context, review: OpenReview, changedBy: string): Promise<void> {
	const edition = await latestEdition(ctx, review);
	if (!edition) return;
	const of = { partnershipId: review.partnershipId, reviewId: review.id };
	const { digest } = await draftOf(ctx, review);
	if (digest === edition.digest) await deleteReopening(ctx, of, edition.number);
	else await insertReopening(ctx, of, edition.number, changedBy);
}
