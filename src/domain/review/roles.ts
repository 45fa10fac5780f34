import type { Role } from '#domain/protocol/parts/roles.ts';

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

/** The protocol's word for what a person is; none for those it asks nothing of. */
const asked: Partial<Record<ReviewRole, Role>> = {
	'host head': 'host',
	reviewer: 'reviewer',
	facilitator: 'facilitator',
	expert: 'expert',
	champion: 'champion',
	chair: 'chair',
	administrator: 'administrator',
	'outside partner': 'partner',
};

/** What a person is to a review in the words of a protocol, which says what is asked of whom. */
export const protocolRoles = (roles: ReadonlySet<ReviewRole>): Role[] =>
	[...roles].flatMap((role) => asked[role] ?? []);

/** The roles of those who review: they plan, capture, sort, write and sign. */
export const teamRoles = ['reviewer', 'facilitator', 'expert'] as const satisfies readonly ReviewRole[];
export type TeamRole = (typeof teamRoles)[number] | 'champion';

export const isOnTeam = (roles: ReadonlySet<ReviewRole>): boolean =>
	teamRoles.some((role) => roles.has(role));
