import type { Bell } from '#domain/concern/model.ts';
import type { Day } from '#domain/evidence/day.ts';
import type { DeviceDatabase } from '#platform/device/device-database.ts';
import { aDay } from '#platform/day.ts';
import { allKept, tidyDevice } from '#platform/device/kept.ts';
import { isForgotten } from '#ui/form/draft-age.ts';

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

/** For a day that was kept before its protocol said how long. */
const daysUntold = 7;
const daysOf = ({ daysOnDevice }: { daysOnDevice?: number }): number => daysOnDevice ?? daysUntold;

/**
 * What stays of a day on a device: all until as many days after its review's last day, or after the server last gave it, as the
 * protocol says; undefined from then on, or without the words of others where its person has not sent or finished all of their own.
 * @param at when the server gave it, by this device's clock
 */
export function whatStays(
	kept: KeptDay,
	at: number,
	now: number,
	writing: (id: string) => boolean,
): KeptDay | undefined {
	const { day } = kept;
	const ended = day.lastDay ? Date.parse(day.lastDay) + aDay : 0;
	// A clock that was ahead when the day came does not keep it for years.
	const since = at > now && ended > 0 ? ended : Math.max(at, ended);
	if (now <= since + daysOf(day) * aDay) return kept;
	const own = day.evidence.filter(({ authorId }) => authorId === day.personId);
	if (![day.reviewId, ...own.map(({ id }) => id)].some(writing)) return undefined;
	return own.length === day.evidence.length ? kept : { ...kept, day: { ...day, evidence: own } };
}

/**
 * Tidies the device of what is not this person's, of days that are over, and of what they sent from it longer ago than the
 * protocol of its review lets it stay. Of a review that is not kept here, nothing that was sent stays.
 */
export async function tidyDays(database: DeviceDatabase, person: string | undefined): Promise<void> {
	const kept = person === undefined ? [] : await allKept<KeptDay>(database, person);
	const days = new Map(kept.map(({ day }) => [day.reviewId, daysOf(day)]));
	await tidyDevice(database, person, {
		daysAt: (place) => days.get(place) ?? 0,
		forgotten: isForgotten,
		of: ({ value, at }, writing) => whatStays(value as KeptDay, at, Date.now(), writing),
	});
}
