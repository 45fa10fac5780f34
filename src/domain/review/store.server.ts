import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { ReviewKey } from './review-key.ts';

export interface Frame {
	kind: string;
	focus: string;
	focusKind: string;
	focusSource: string;
	firstDay: string;
	lastDay: string;
	/** The earlier review of the same host that it follows. */
	followsId: string | null;
}

const frameRow = (frame: Frame) => ({
	kind: frame.kind,
	focus: frame.focus,
	focus_kind: frame.focusKind,
	focus_source: frame.focusSource,
	first_day: frame.firstDay,
	last_day: frame.lastDay,
	follows_id: frame.followsId,
});

export async function insertReview(
	ctx: Context,
	review: ReviewKey & Frame & { hostMemberId: string; protocolVersionId: string; proposedBy: string },
): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'review',
		{
			partnership_id: review.partnershipId,
			id: review.id,
			host_member_id: review.hostMemberId,
			protocol_version_id: review.protocolVersionId,
			...frameRow(review),
			proposed_by: review.proposedBy,
			proposed_at: ctx.now,
		},
		['host_member_id', 'proposed_by'],
	);
}

export async function updateFrame(ctx: Context, review: ReviewKey, frame: Frame): Promise<void> {
	await ctx.db
		.updateTable('review')
		.set(frameRow(frame))
		.where('partnership_id', '=', review.partnershipId)
		.where('id', '=', review.id)
		.execute();
}
