import { leads } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';

// Who may do what about support (design: roles). Reading is decided by row-level security.

/** What a school shares is its head's to offer. */
export const mayOffer = (standing: Standing, memberId: string): boolean =>
	headedMembers(standing).includes(memberId);

/** What it needs is said by its head, or by whoever leads as agreed with them. The same read it. */
export const mayStateNeed = (standing: Standing, memberId: string): boolean =>
	leads(standing) || headedMembers(standing).includes(memberId);
