import { knowsOfEveryReview } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';

/** A partnership's aims are set by whoever organises or steers it, a school's priorities by its head (CSC-3). */
export const maySetAims = (standing: Standing, memberId: string | null): boolean =>
	memberId === null ? knowsOfEveryReview(standing) : headedMembers(standing).includes(memberId);
