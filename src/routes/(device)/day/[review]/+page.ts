import { openDeviceDatabase } from '#platform/device/device-database.ts';
import { cookieIn, personCookie } from '#platform/device/device-person.ts';
import { readKept } from '#platform/device/kept.ts';
import { dayName, type KeptDay } from './kept-day.ts';
import type { PageLoad } from './$types';

// Holds no data of its own: the same answer opens it for anybody, also without the server.
export const ssr = false;

export const load: PageLoad = async ({ params }) => {
	const id = cookieIn(document.cookie, personCookie);
	return {
		reviewId: params.review,
		// Drafts are kept by person. The menu's places need the server.
		viewer: id ? { id, name: await nameOf(id, params.review), places: [] } : undefined,
	};
};

/** Their name as the device knows it; empty before the review is kept here. */
async function nameOf(person: string, review: string): Promise<string> {
	try {
		const database = await openDeviceDatabase();
		const kept = await readKept<KeptDay>(database, person, dayName(review));
		database.close();
		return kept?.value.person.name ?? '';
	} catch {
		return '';
	}
}
