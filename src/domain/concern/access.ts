import { headedMembers, type Standing } from '#domain/partnership/model.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { isOnTeam } from '#domain/review/roles.ts';

/** The bound team, and the host's heads, until the review is closed. */
export const mayRaise = ({
	roles,
	bound,
	facts,
}: Pick<OpenReview, 'roles' | 'bound'> & { facts: { closedOn: string | null } }): boolean =>
	bound && (isOnTeam(roles) || roles.has('host head')) && facts.closedOn === null;

/** Whom reviewers ring at a school is its head's to say. */
export const mayKeepContacts = (standing: Standing, memberId: string): boolean =>
	headedMembers(standing).includes(memberId);
