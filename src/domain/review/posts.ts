import { headRoles, type AppointmentRole, type ResponsibilityRole } from '#domain/partnership/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { whoReviews } from '#domain/protocol/words/people.ts';

export type ReviewerPost = Protocol['team']['reviewers'][number];

/** Which appointments and responsibilities make somebody what a protocol means by a post. A champion is a trained senior leader. */
const heldBy: Record<ReviewerPost, readonly (AppointmentRole | ResponsibilityRole)[]> = {
	headteachers: headRoles,
	'senior leaders': ['deputy', 'senior leader', 'champion'],
	governors: ['governor'],
	champions: ['champion'],
	partners: ['outside partner'],
};

/** All that somebody who holds these roles may be taken for. */
export const postsOf = (held: readonly string[]): ReviewerPost[] =>
	(Object.keys(heldBy) as ReviewerPost[]).filter((post) => heldBy[post].some((role) => held.includes(role)));

/** Why somebody who holds these roles is no reviewer by a protocol (KSA-11, KSA-12), or null where they may be one. */
export function cannotReview({ team }: Pick<Protocol, 'team'>, held: readonly string[]): string | null {
	const may = postsOf(held).some((post) => team.reviewers.includes(post));
	return may ? null : `By your protocol, reviewers of this kind are ${whoReviews(team)}.`;
}
