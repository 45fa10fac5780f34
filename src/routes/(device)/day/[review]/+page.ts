import { openDeviceDatabase } from '#platform/device/device-database.ts';
import { personOfDevice } from '#platform/device/device-person.ts';
import { readKept } from '#platform/device/kept.ts';
import { dayName, type KeptDay } from './kept-day.ts';
import type { PageLoad } from './$types';

// Holds no data of its own: the same answer opens it for anybody, also without the server.
export const ssr = false;

export const load: PageLoad = async ({ params }) => ({
	reviewId: params.review,
	// Drafts are kept by person. The menu's places need the server.
	viewer: await viewerOfDevice(params.review),
});

/** Who it is, with their name once the review is kept here. */
async function viewerOfDevice(review: string) {
	try {
		const database = await openDeviceDatabase();
		const id = await personOfDevice(database);
		const kept = id && (await readKept<KeptDay>(database, id, dayName(review)));
		database.close();
		return id ? { id, name: kept ? kept.value.person.name : 'Signed in', places: [] } : undefined;
	} catch {
		return undefined;
	}
}
