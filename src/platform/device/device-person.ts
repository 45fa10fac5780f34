import type { DeviceDatabase } from './device-database.ts';

/**
 * Whose this device is: who signed in last and has not signed out. It outlives the session, so that an expired one shuts nobody
 * out of what they wrote. The server sets it, the pages of the device read it. It names a person and opens nothing.
 */
export const personCookie = 'fresh-eyes-person';

/**
 * What of a person's is on this device, by place: how much waits, and how much the server has. The device sets it, and the
 * server's pages show it to that person, also where they run no script.
 */
export const outboxCookie = 'fresh-eyes-outbox';

export interface OnDevice {
	/** Not sent yet, refused ones included. */
	waiting: number;
	sent: number;
}

/** Most places that are told of; the rest are not lost, only not counted here. */
const mostPlaces = 20;
const year = 365 * 24 * 60 * 60;

export const keepPerson = (id: string, secure: boolean): string =>
	`${personCookie}=${id}; Path=/; Max-Age=${year}; SameSite=Lax${secure ? '; Secure' : ''}`;

/** Signing out is said, not left unsaid: browsers lose the cookies of their last half minute when they are killed. */
const signedOut = 'nobody';
export const forgetPerson = `${personCookie}=${signedOut}; Path=/; Max-Age=${year}; SameSite=Lax`;

/** Whose this device is, in the browser: as the cookie says, or as was noted before where it says nothing. */
export async function personOfDevice(database: DeviceDatabase): Promise<string | undefined> {
	const noted = (await database.get('whose', 'whose'))?.person;
	const said = cookieIn(document.cookie, personCookie);
	if (said === undefined) return noted;
	const person = said === signedOut ? undefined : said;
	if (person === noted) return person;
	if (person === undefined) await database.delete('whose', 'whose');
	// A device without room still has its person; it must not have another.
	else await database.put('whose', { is: 'whose', person }).catch(() => database.delete('whose', 'whose'));
	return person;
}

/** The cookie line that says what is on the device, `PERSON|PLACE=waiting.sent|…`. */
export function keepCounts(person: string, counts: Readonly<Record<string, OnDevice>>): string {
	const places = Object.entries(counts)
		.filter(([, { waiting, sent }]) => waiting + sent > 0)
		.toSorted(([, one], [, other]) => other.waiting - one.waiting)
		.slice(0, mostPlaces)
		.map(([place, { waiting, sent }]) => `${place}=${waiting}.${sent}`);
	return `${outboxCookie}=${[person, ...places].join('|')}; Path=/; Max-Age=${year}; SameSite=Lax`;
}

/** Reads it back; nothing where it is another person's, or not ours. */
export function readCounts(person: string, value: string | undefined): Record<string, OnDevice> {
	const [whose, ...places] = (value ?? '').split('|');
	if (whose !== person) return {};
	return Object.fromEntries(
		places.flatMap((place) => {
			const [, id, waiting, sent] = /^([0-9a-f-]{36})=(\d{1,6})\.(\d{1,6})$/.exec(place) ?? [];
			return id ? [[id, { waiting: Number(waiting), sent: Number(sent) }]] : [];
		}),
	);
}

/** A cookie's value out of a whole Cookie header, as `document.cookie` has it, too. */
export const cookieIn = (header: string, name: string): string | undefined =>
	header
		.split(/; */)
		.find((one) => one.startsWith(`${name}=`))
		?.slice(name.length + 1);
