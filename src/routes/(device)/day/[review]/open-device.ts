import {
	type Closed,
	type DeviceDatabase,
	isNewerHere,
	openDeviceDatabase,
} from '#platform/device/device-database.ts';
import { DeviceDrafts } from '#platform/device/device-drafts.ts';
import { personOfDevice } from '#platform/device/device-person.ts';
import { indexedShelf } from '#platform/outbox/indexed-shelf.ts';
import { Outbox } from '#platform/outbox/outbox.ts';
import { postRows } from '#platform/outbox/post-rows.ts';
import { tidyDays } from './kept-day.ts';

/** What one person has on this device, open to be read and added to. */
export interface OpenDevice {
	person: string;
	database: DeviceDatabase;
	drafts: DeviceDrafts;
	shelf: ReturnType<typeof indexedShelf>;
	outbox: Outbox;
}

/** Why nothing was opened. */
export type NotOpened = 'nobody' | 'no storage' | 'older';

/**
 * Finds whose this device is, tidies it of what is not theirs or is over, and opens what they have on it.
 * @param closed called when the browser closes it under the page
 * @param changed called when a row was added, or something became of one
 * @param drafted called with whether the device took what is still being written
 */
export async function openDevice(
	closed: (why: Closed) => void,
	changed: () => void,
	drafted: (taken: boolean) => void,
): Promise<OpenDevice | NotOpened> {
	let database: DeviceDatabase | undefined;
	try {
		database = await openDeviceDatabase(closed);
		const person = await personOfDevice(database);
		await tidyDays(database, person).catch(() => {});
		if (person) return await openFor(database, person, changed, drafted);
		database.close();
		return 'nobody';
	} catch (error) {
		database?.close();
		return isNewerHere(error) ? 'older' : 'no storage';
	}
}

async function openFor(
	database: DeviceDatabase,
	person: string,
	changed: () => void,
	drafted: (taken: boolean) => void,
): Promise<OpenDevice> {
	const shelf = indexedShelf(database);
	const outbox = new Outbox({
		person,
		shelf,
		post: postRows(person, (place) => `/api/reviews/${place}/outbox`, Date.now),
		alone: (work) => (navigator.locks ? navigator.locks.request('fresh-eyes-outbox', work) : work()),
		now: Date.now,
		changed,
	});
	return { person, database, drafts: await DeviceDrafts.open(database, person, drafted), shelf, outbox };
}
