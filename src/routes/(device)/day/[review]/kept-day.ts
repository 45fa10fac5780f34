import type { Day } from '#domain/evidence/day.ts';

/** What a person's device keeps of a review's day, with whose it is. */
export interface KeptDay {
	day: Day;
	person: { id: string; name: string };
}

export const dayName = (review: string): string => `day ${review}`;
