import { leads } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';

// Who may do what to a cycle (design: roles). Reading is decided by row-level security.

/** Whoever leads the partnership opens its cycles and changes them. */
export const mayOpenCycle = leads;

/** As with a review: a school is put off by its head or by whoever leads. */
export const mayDefer = (standing: Standing, memberId: string): boolean =>
	leads(standing) || headedMembers(standing).includes(memberId);
