import { headedMembers, type Standing } from '#domain/partnership/model.ts';
import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';

// Who may do what with introductions (design: roles). Reading is decided by row-level security: the heads of both schools, and whoever made one while on the team.

/** What is offered during a review is kept by whoever is bound on its team, or by its host’s head (NFS-29). */
export const mayOfferInReview = (roles: ReadonlySet<ReviewRole>, bound: boolean): boolean =>
	bound && (isOnTeam(roles) || roles.has('host head'));

/** In what a school wishes to be put in touch is for its head to say (CEN-12). */
export const mayWish = (standing: Standing, memberId: string): boolean =>
	headedMembers(standing).includes(memberId);
