/** What the actor is to one review today. A person may be several: a head of the partnership and a reviewer on the team. */
export type ReviewRole =
	| 'host head'
	| 'host staff'
	| 'governor'
	| 'reviewer'
	| 'facilitator'
	| 'expert'
	| 'champion'
	| 'chair'
	| 'administrator'
	| 'head of partnership'
	| 'outside partner';

/** The roles of those who review: they plan, capture, sort, write and sign. */
export const teamRoles = ['reviewer', 'facilitator', 'expert'] as const satisfies readonly ReviewRole[];
export type TeamRole = (typeof teamRoles)[number] | 'champion';

export const isOnTeam = (roles: ReadonlySet<ReviewRole>): boolean =>
	teamRoles.some((role) => roles.has(role));
