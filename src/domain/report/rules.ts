import { workClosed } from '#domain/evidence/rules.ts';
import { needOf } from '#domain/protocol/of-kind.ts';
import type { OpenReview } from '#domain/review/open.server.ts';

/** Why no report can be written now; null while it can. */
export function writingClosed(review: OpenReview): string | null {
	if (needOf(review.protocol, 'report agreed') === 'never')
		return 'By your protocol there is no written report.';
	return workClosed(review);
}
