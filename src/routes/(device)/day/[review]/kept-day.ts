import type { Bell } from '#domain/concern/model.ts';
import type { Day } from '#domain/evidence/day.ts';
import type { DeviceDatabase } from '#platform/device/device-database.ts';
import { allKept, tidyDevice } from '#platform/device/kept.ts';

/** What a person's device keeps of a review's day, with whose it is. */
export interface KeptDay {
	day: Day;
	person: { id: string; name: string };
	/** With what a concern is raised; null for whoever may raise none. */
	bell: Bell | null;
	/** Whether it is of the demo, where the network may be switched off to see what happens. */
	demo: boolean;
}

export const dayName = (review: string): string => `day ${review}`;

/**
 * Tidies the device of what is not this person's, and of what they sent from it longer ago than the protocol of its review
 * lets it stay. Of a review that is not kept here, nothing that was sent stays.
 */
export async function tidyDays(database: DeviceDatabase, person: string | undefined): Promise<void> {
	const kept = person === undefined ? [] : await allKept<KeptDay>(database, person);
	const days = new Map(kept.map(({ day }) => [day.reviewId, day.daysOnDevice]));
	await tidyDevice(database, person, (place) => days.get(place) ?? 0);
}
