import { kindLabel } from '#domain/protocol/model.ts';
import { protocolsById } from '#domain/protocol/queries.server.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { reviewBefore, type OtherReview } from '#domain/review/earlier.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { isOnTeam } from '#domain/review/roles.ts';
import type { Context } from '#platform/context.ts';
import { standsInWords, urgency } from '../model.ts';
import { actionsOf, type ActionRow } from '../queries.server.ts';
import { linesFound, type LineFound } from './queries.server.ts';
import { thenAndNow, type ThenAndNow } from './then-and-now.ts';

/**
 * A follow-up beside the review it follows, line by line, as far as the actor reads both (CSC-12). Null where it follows none, and for
 * whoever reads nothing of either or has not agreed confidentiality yet (KSA-3).
 */
export async function thenAndNowOf(
	ctx: Context,
	reviewId: string,
): Promise<{ follows: OtherReview; rows: ThenAndNow[] } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || (isOnTeam(review.roles) && !review.bound)) return null;
	const before = await reviewBefore(ctx, review);
	if (!before?.followed) return null;
	const { partnershipId } = review;
	const found = await linesFound(ctx, partnershipId, [before.id, review.id]);
	if (found.length === 0 && !review.sharing.readsPlan) return null;
	const actions = await actionsOf(ctx, { partnershipId, id: before.id });
	const heldBy = (await protocolsById(ctx, [before.protocolVersionId])).get(before.protocolVersionId)!;
	const of = (id: string) => found.filter((line) => line.reviewId === id);
	return {
		follows: { id: before.id, focus: before.focus, firstDay: before.firstDay },
		rows: thenAndNow(
			of(before.id).map((line) => ({
				...line,
				findings: worded(heldBy, line).map((finding) => ({
					...finding,
					actions: actions
						.filter(({ findingId }) => findingId === finding.id)
						.map((action) => standing(action, ctx.today)),
				})),
			})),
			of(review.id).map((line) => ({ ...line, findings: worded(review.protocol, line) })),
		),
	};
}

const worded = (protocol: Protocol, { findings }: LineFound) =>
	findings.map((finding) => ({ ...finding, kind: kindLabel(protocol, finding.kind) }));

const standing = (action: ActionRow, today: string) => ({
	id: action.id,
	title: action.title,
	stands: standsInWords(action, today),
	urgency: urgency(action, today),
});
