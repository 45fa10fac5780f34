import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Row } from '../outbox/row.ts';

/** Something the server gave, kept to be read without it. */
export interface Kept {
	person: string;
	/** What it is, such as 'day ID of a review'. */
	name: string;
	value: unknown;
	/** Milliseconds since 1970 by this device's clock. */
	at: number;
}

interface Stores extends DBSchema {
	outbox: {
		key: number;
		/** `order` is given by the browser; `unsettled` is 1 or 0, since an index takes no boolean. */
		value: Omit<Row, 'order'> & { order?: number; unsettled: 0 | 1 };
		indexes: {
			unsettled: [person: string, unsettled: number];
			'any unsettled': number;
			of: [person: string, place: string];
			id: string;
		};
	};
	kept: { key: [person: string, name: string]; value: Kept };
	/** One entry: whose this device is. */
	whose: { key: string; value: { is: 'whose'; person: string } };
}

const name = 'fresh-eyes';
/** Counts up with every change of what is kept in which form. */
const form = 1;

/** Why a page lost what is kept in the browser: another tab needs it in a newer form, or somebody cleared it. */
export type Closed = 'for a newer version' | 'by the browser';

/** A newer version of the product has been here: its form is beyond this one. */
export const isNewerHere = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'VersionError';

export type DeviceDatabase = IDBPDatabase<Stores>;

/**
 * What this product keeps in the browser. Rejects where the browser forbids it, as some do in private windows.
 * @param closed called when it is closed under the page, which can keep nothing from then on
 */
export async function openDeviceDatabase(closed: (why: Closed) => void = () => {}): Promise<DeviceDatabase> {
	return openDB<Stores>(name, form, {
		upgrade(database) {
			const outbox = database.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
			outbox.createIndex('unsettled', ['person', 'unsettled']);
			outbox.createIndex('any unsettled', 'unsettled');
			outbox.createIndex('of', ['person', 'place']);
			outbox.createIndex('id', 'id', { unique: true });
			database.createObjectStore('kept', { keyPath: ['person', 'name'] });
			database.createObjectStore('whose', { keyPath: 'is' });
		},
		// A newer version of the product in another tab waits for this one no longer than it must.
		blocking: (_, newer, event) => {
			(event.target as IDBDatabase).close();
			closed(newer === null ? 'by the browser' : 'for a newer version');
		},
		terminated: () => closed('by the browser'),
	});
}

/**
 * Opens what is kept here in the form it stands in, newer or older, without bringing it up: an older version of the product that
 * is still to send from it could open it no more. Undefined where nothing is kept; rejects where that cannot be told. The caller closes it.
 */
export async function openAsItStands(): Promise<DeviceDatabase | undefined> {
	let nothing = false;
	try {
		return await openDB<Stores>(name, undefined, {
			upgrade(_, __, ___, creation) {
				nothing = true;
				creation.done.catch(() => {});
				creation.abort();
			},
		});
	} catch (error) {
		if (nothing) return undefined;
		throw error;
	}
}

const aMonth = 31 * 24 * 60 * 60 * 1000;

/**
 * Whether anything of anybody waits to be sent from this device. What was refused waits for its author and not for the server;
 * what has waited for more than a month is nobody's reason any more to keep an old version. Rejects where it cannot be told:
 * then nothing newer may take over.
 */
export async function anythingWaiting(): Promise<boolean> {
	const database = await openAsItStands();
	if (!database) return false;
	try {
		const unsettled = await database.getAllFromIndex('outbox', 'any unsettled', 1);
		return unsettled.some(({ became, doneAt }) => became.is === 'waiting' && doneAt > Date.now() - aMonth);
	} finally {
		database.close();
	}
}

/**
 * Whether what is kept here stands in a newer form than this version can read: a server that went back to an older version must
 * not shut the day. Rejects where it cannot be told.
 */
export async function isBeyondThis(): Promise<boolean> {
	const database = await openAsItStands();
	database?.close();
	return database !== undefined && database.version > form;
}
