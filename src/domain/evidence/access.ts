import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';

type Roles = ReadonlySet<ReviewRole>;

/** The team captures, once bound by the confidentiality agreement. */
export const mayCapture = (roles: Roles): boolean => isOnTeam(roles);

/** What someone saw is theirs to put differently. */
export const mayEdit = (roles: Roles, actorId: string, authorId: string): boolean =>
	isOnTeam(roles) && actorId === authorId;

/** Any of the team lets the host read what lies outside the focus, and takes that back. */
export const mayShow = (roles: Roles): boolean => isOnTeam(roles);

/** Taken back by whoever wrote it, or by the facilitator: something in it may name a child. */
export const mayWithdraw = (roles: Roles, actorId: string, authorId: string): boolean =>
	mayEdit(roles, actorId, authorId) || roles.has('facilitator');
