import { headedMembers, type Standing } from '#domain/partnership/model.ts';

/** What happened at a school, and how it was in a year, is told by its head (CEN-8). */
export const mayTellStory = (standing: Standing, memberId: string): boolean =>
	headedMembers(standing).includes(memberId);
