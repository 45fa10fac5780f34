import type { Audience, Thing } from '#domain/protocol/parts/audience.ts';
import { audienceKeys } from '#domain/review/audience.ts';
import type { OpenReview } from '#domain/review/open.server.ts';

/** The keys a row of this review is stored with: the audience of a thing, as far as the host's head has opened it. */
export const keysFor = (thing: Thing, review: OpenReview, released: readonly Audience[] = []): string[] =>
	audienceKeys(
		thing,
		review.protocol,
		{
			reviewId: review.id,
			hostMemberId: review.hostMemberId,
			partnershipId: review.partnershipId,
			groupIds: review.facts.groupIds,
		},
		released,
	);
