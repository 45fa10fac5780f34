import type { Bell } from '#domain/concern/model.ts';
import type { Day } from '#domain/evidence/day.ts';

/** What a person's device keeps of a review's day, with whose it is. */
export interface KeptDay {
	day: Day;
	person: { id: string; name: string };
	/** With what a concern is raised; null for whoever may raise none. */
	bell: Bell | null;
}

export const dayName = (review: string): string => `day ${review}`;
