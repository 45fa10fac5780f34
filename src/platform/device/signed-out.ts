import { type DeviceDatabase, openAsItStands } from './device-database.ts';
import { personOfDevice } from './device-person.ts';
import { nothingStays, tidyDevice } from './kept.ts';

/** Between the tabs of one browser: what one of them did is told to the others. */
export const tabs = (): BroadcastChannel => new BroadcastChannel('fresh-eyes-outbox');

/** What a tab says when nobody is signed in on the device any longer. */
export const nobodyNow = 'nobody is signed in';

/**
 * Takes off the device what the server gave to whoever has just signed out, and has the other tabs do without it. What is not sent
 * stays, sealed to its author, and so do drafts; answers with how much is unsent, whoever's it is, and whether the rest is off the
 * device: without signal somebody whose session ran out cannot be forgotten. Rejects where that cannot be told.
 */
export async function clearSignedOut(): Promise<{ cleared: boolean; unsent: number }> {
	const database = await openAsItStands().catch((error: unknown) => {
		if (keepsNothing(error)) return undefined;
		throw error;
	});
	if (!database) return { cleared: true, unsent: 0 };
	try {
		const cleared = await isNobodys(database);
		if (cleared) {
			await tidyDevice(database, undefined, nothingStays);
			const others = tabs();
			others.postMessage(nobodyNow);
			others.close();
		}
		return { cleared, unsent: await database.countFromIndex('outbox', 'any unsettled', 1) };
	} finally {
		database.close();
	}
}

/** The browser keeps nothing for anybody, as some do in private windows: there is nothing to clear. */
const keepsNothing = (error: unknown): boolean =>
	typeof indexedDB === 'undefined' ||
	(error instanceof DOMException && (error.name === 'InvalidStateError' || error.name === 'SecurityError'));

/** Whether nobody is signed in here now. A session that ran out by itself left its person on the device: signing out does the rest. */
async function isNobodys(database: DeviceDatabase): Promise<boolean> {
	if ((await personOfDevice(database)) === undefined) return true;
	await fetch('/sign-out', { method: 'POST', redirect: 'manual' }).catch(() => {});
	return (await personOfDevice(database)) === undefined;
}
