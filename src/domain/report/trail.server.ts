import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { findingsOf } from './queries.server.ts';

/** As much of a review that is to begin from a finding as is known before anybody has framed it. */
export interface Trail {
	partnershipId: string;
	hostMemberId: string;
	/** The review in which the finding was made. */
	followsId: string;
	/** The finding's words, at most as long as a focus is. */
	focus: string;
}

const longestFocus = 300;

/** What a new review of the same host begins from (KSA-14); null where the actor reads no such finding. */
export async function trailFrom(ctx: Context, reviewId: string, findingId: string): Promise<Trail | null> {
	const review = await openReview(ctx, reviewId);
	const finding = review && (await findingsOf(ctx, review)).find(({ id }) => id === findingId);
	if (!finding) return null;
	const { partnershipId, facts } = review;
	const words = finding.seen.replaceAll(/\s+/g, ' ').trim();
	const focus = words.length <= longestFocus ? words : `${words.slice(0, longestFocus - 1).trimEnd()}…`;
	return { partnershipId, hostMemberId: facts.hostMemberId, followsId: reviewId, focus };
}
