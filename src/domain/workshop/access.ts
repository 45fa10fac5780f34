import type { Role } from '#domain/protocol/parts/roles.ts';
import type { ReviewRole } from '#domain/review/roles.ts';

/** What the protocol's names for the parts of a review are to the person who plays one. */
const asReviewRole: Record<Role, ReviewRole> = {
	host: 'host head',
	reviewer: 'reviewer',
	facilitator: 'facilitator',
	expert: 'expert',
	champion: 'champion',
	chair: 'chair',
	administrator: 'administrator',
	partner: 'outside partner',
};

/** The workshop is written up by the review's champion, the host's head, or whoever runs it by the protocol. */
export const mayRecordWorkshop = (roles: ReadonlySet<ReviewRole>, runBy: Role): boolean =>
	roles.has('champion') || roles.has('host head') || roles.has(asReviewRole[runBy]);
