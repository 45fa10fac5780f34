import { leads } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';

// Who may do what about support (design: roles). Reading is decided by row-level security.

const heads = (standing: Standing, memberId: string): boolean => headedMembers(standing).includes(memberId);

/** What a school shares is its head's to offer. */
export const mayOffer = heads;

/** What it needs is said by its head, or by whoever leads as agreed with them. The same read it. */
export const mayStateNeed = (standing: Standing, memberId: string): boolean =>
	leads(standing) || heads(standing, memberId);

/** A school's head, and nobody else, asks for support, says who may learn of it, and tells how it went. */
export const mayAsk = heads;

/** Whoever leads proposes helpers, looks further afield and says what the partnership gives for it (NFS-17, NFS-23). */
export const mayBroker = leads;

/** The head of a school that is asked says yes or no for it. */
export const mayAnswerFor = heads;

/** A deployment of both schools. */
interface Sides {
	askerId: string;
	memberId: string;
	personId: string | null;
}

/** Days are noted by either side: its heads, or the person who comes. */
export const mayNoteDays = (standing: Standing, { askerId, memberId, personId }: Sides): boolean =>
	heads(standing, askerId) || heads(standing, memberId) || standing.personId === personId;

/** It is ended early by either head, or by whoever leads. */
export const mayEndSupport = (standing: Standing, { askerId, memberId }: Sides): boolean =>
	heads(standing, askerId) || heads(standing, memberId) || leads(standing);
