import { aDay } from '../day.ts';
import type { DeviceDatabase, Kept } from './device-database.ts';
import { isDraft } from './device-drafts.ts';

/** What a person keeps under a name, with when the server gave it. */
export async function readKept<T>(
	database: DeviceDatabase,
	person: string,
	name: string,
): Promise<{ value: T; at: number } | undefined> {
	const kept = await database.get('kept', [person, name]);
	return kept && { value: kept.value as T, at: kept.at };
}

export async function keep(
	database: DeviceDatabase,
	person: string,
	name: string,
	value: unknown,
	at: number,
): Promise<void> {
	await database.put('kept', { person, name, value, at });
}

export async function letGo(database: DeviceDatabase, person: string, name: string): Promise<void> {
	await database.delete('kept', [person, name]);
}

const allOf = (person: string): IDBKeyRange => IDBKeyRange.bound([person], [person, []]);

/** All that the server gave a person to keep, newest first. */
export async function allKept<T>(database: DeviceDatabase, person: string): Promise<T[]> {
	const all = await database.getAll('kept', allOf(person));
	return all
		.filter(({ name }) => !isDraft(name))
		.toSorted((a, b) => b.at - a.at)
		.map(({ value }) => value as T);
}

/** What stays on a device of what its person has there. */
export interface Stay {
	/** How many days what was sent stays, by its place. */
	daysAt: (place: string) => number;
	/**
	 * What stays of something that the server gave; undefined where nothing does.
	 * @param writing whether something that concerns an id, such as a review's, is still being written or is not sent
	 */
	of: (kept: Kept, writing: (id: string) => boolean) => unknown;
	/** Whether what somebody else began to write is so old that it is forgotten. Both in milliseconds since 1970. */
	forgotten: (savedAt: number, now: number) => boolean;
}

/** Where nobody is signed in on the device: nothing that is nobody's to read on. */
export const nothingStays: Stay = { daysAt: () => 0, of: () => undefined, forgotten: () => false };

/**
 * Leaves no plan and no list of names of others behind on a shared device; of a person's own what `stay` says. What is not sent
 * stays, whoever's it is. So does what the person is still writing, whatever the clock says; what others began to write is
 * forgotten by its age.
 */
export async function tidyDevice(
	database: DeviceDatabase,
	person: string | undefined,
	stay: Stay,
): Promise<void> {
	const now = Date.now();
	const change = database.transaction(['kept', 'outbox'], 'readwrite');
	const outbox = change.objectStore('outbox');
	const kept = change.objectStore('kept');
	const unsent = person === undefined ? [] : await outbox.index('unsettled').getAll([person, 1]);
	const drafts = person === undefined ? [] : await kept.getAllKeys(allOf(person));
	const writing = (id: string) =>
		unsent.some(({ place }) => place === id) || drafts.some(([, name]) => isDraft(name) && name.includes(id));
	for await (const cursor of kept) {
		const { value } = cursor;
		if (isDraft(value.name)) {
			if (value.person !== person && stay.forgotten(value.at, now)) await cursor.delete();
			continue;
		}
		const stays = value.person === person ? stay.of(value, writing) : undefined;
		if (stays === undefined) await cursor.delete();
		else if (stays !== value.value) await cursor.update({ ...value, value: stays });
	}
	for await (const cursor of outbox.index('any unsettled').iterate(0)) {
		const { became, person: whose, place, doneAt } = cursor.value;
		const since = became.is === 'taken' ? became.at : doneAt;
		if (whose !== person || since < now - stay.daysAt(place) * aDay) await cursor.delete();
	}
	await change.done;
}
