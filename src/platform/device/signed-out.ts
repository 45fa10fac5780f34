import { openDeviceDatabase } from './device-database.ts';
import { personOfDevice } from './device-person.ts';
import { tidyDevice } from './kept.ts';

/** Between the tabs of one browser: what one of them did is told to the others. */
export const tabs = (): BroadcastChannel => new BroadcastChannel('fresh-eyes-outbox');

/** What a tab says when nobody is signed in on the device any longer. */
export const nobodyNow = 'nobody is signed in';

/**
 * Takes off the device what the server gave to whoever has just signed out, and has the other tabs do without it. What is not sent
 * stays, sealed to its author, and so do drafts; answers with how much is unsent, whoever's it is. Rejects where the browser keeps nothing.
 */
export async function clearSignedOut(): Promise<{ unsent: number }> {
	const database = await openDeviceDatabase();
	try {
		const person = await personOfDevice(database);
		if (person === undefined) {
			await tidyDevice(database, person, () => 0);
			const others = tabs();
			others.postMessage(nobodyNow);
			others.close();
		}
		return { unsent: await database.countFromIndex('outbox', 'any unsettled', 1) };
	} finally {
		database.close();
	}
}
