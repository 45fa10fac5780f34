import { workClosed } from '#domain/evidence/rules.ts';
import { isBeingCorrected } from '#domain/review/stage.ts';
import { needOf } from '#domain/protocol/of-kind.ts';
import type { OpenReview } from '#domain/review/open.server.ts';

/** Why no report can be written now; null while it can. */
export function writingClosed(review: OpenReview): string | null {
	if (needOf(review.protocol, 'report agreed') === 'never')
		return 'By your protocol there is no written report.';
	return reportClosed(review);
}

/**
 * Why findings and words of the report stay as they are; null while they can be changed: as long as the evidence under them,
 * and while a published report is being put right.
 */
export const reportClosed = (review: OpenReview): string | null =>
	isBeingCorrected(review.facts) && review.facts.closedOn === null ? null : workClosed(review);
