import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';
import { sideOf } from './look-back/look-back.ts';

// Who may do what with actions and the look-back (design: roles). Reading is decided by audience keys.

type Roles = ReadonlySet<ReviewRole>;

/** The host's head plans and carries out the actions (NFS-11). */
export const mayPlanActions = (roles: Roles): boolean => roles.has('host head');

/** Who follows a review up: they find its actions and impact also while there are none. */
export const followsUp = (roles: Roles, bound: boolean): boolean =>
	roles.has('host head') || roles.has('champion') || (isOnTeam(roles) && bound);

/** What it says, whose it is and whether it goes on is for the head, as planning is; also after the review is closed. */
export const mayCorrectActions = mayPlanActions;

/** Its progress is told by the host's head, or by the owner where the action names somebody who signs in. */
export const mayUpdateAction = (roles: Roles, actorId: string, ownerId: string | null): boolean =>
	roles.has('host head') || (roles.has('host staff') && actorId === ownerId);

export const mayReportProgress = (roles: Roles): boolean => roles.has('host head');

/** What a review changed in a school is for its head to tell (HEP-15). */
export const mayTellImpact = (roles: Roles): boolean => roles.has('host head');

/** Where pupils are after a review, and later, is for its head to measure (HEP-6). */
export const mayMeasure = mayTellImpact;

/** What somebody takes home from a review is their own to write down, for whoever is bound on its team (CEN-15). */
export const mayTakeHome = (roles: Roles, bound: boolean): boolean => isOnTeam(roles) && bound;

export const mayAnswerLookBack = (roles: Roles): boolean => sideOf(roles) !== null;

/** A review is the host's to end, or that of whoever keeps the team or the partnership in order. */
export const mayClose = (roles: Roles): boolean =>
	roles.has('host head') || roles.has('facilitator') || roles.has('chair');
