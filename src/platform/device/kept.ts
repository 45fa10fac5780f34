import type { DeviceDatabase } from './device-database.ts';
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

/** All that the server gave a person to keep, newest first. */
export async function allKept<T>(database: DeviceDatabase, person: string): Promise<T[]> {
	const all = await database.getAll('kept', IDBKeyRange.bound([person], [person, []]));
	return all
		.filter(({ name }) => !isDraft(name))
		.toSorted((a, b) => b.at - a.at)
		.map(({ value }) => value as T);
}

const aDay = 24 * 60 * 60 * 1000;
const draftDays = 30;

/**
 * Leaves no plan and no list of names of others behind on a shared device; of what a person sent only what is younger than the
 * days for its place, of what anybody began to write what is younger than a month. What is not sent stays, whoever's it is.
 */
export async function tidyDevice(
	database: DeviceDatabase,
	person: string | undefined,
	daysAt: (place: string) => number,
): Promise<void> {
	const now = Date.now();
	const change = database.transaction(['kept', 'outbox'], 'readwrite');
	for await (const cursor of change.objectStore('kept'))
		if (
			isDraft(cursor.value.name) ? cursor.value.at < now - draftDays * aDay : cursor.value.person !== person
		)
			await cursor.delete();
	for await (const cursor of change.objectStore('outbox').index('any unsettled').iterate(0)) {
		const { became, person: whose, place, doneAt } = cursor.value;
		const since = became.is === 'taken' ? became.at : doneAt;
		if (whose !== person || since < now - daysAt(place) * aDay) await cursor.delete();
	}
	await change.done;
}
