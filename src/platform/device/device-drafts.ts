import type { DeviceDatabase } from './device-database.ts';
import { isDraftFile } from './draft-files.ts';

const prefix = 'draft:';

/** Whether something kept under this name is what somebody was still writing. It is nobody else's to clear away. */
export const isDraft = (name: string): boolean => name.startsWith(prefix) || isDraftFile(name);

/**
 * What a person is still writing, in the browser's database: `localStorage` is written down by browsers when they see fit, and
 * loses the last seconds when they are killed. Read whole when opened; every change is written through. What the database no
 * longer takes, because another tab closed it, this tab keeps until it is loaded anew.
 */
export class DeviceDrafts {
	readonly #database: DeviceDatabase;
	readonly #person: string;
	readonly #slots: Map<string, string>;

	private constructor(database: DeviceDatabase, person: string, slots: Map<string, string>) {
		this.#database = database;
		this.#person = person;
		this.#slots = slots;
	}

	static async open(database: DeviceDatabase, person: string): Promise<DeviceDrafts> {
		const kept = await database.getAll(
			'kept',
			IDBKeyRange.bound([person, prefix], [person, `${prefix}\uffff`]),
		);
		const drafts = new DeviceDrafts(
			database,
			person,
			new Map(kept.map(({ name, value }) => [name, String(value)])),
		);
		for (const [slot, value] of takeAside(person)) drafts.setItem(slot, value);
		return drafts;
	}

	/** All of them, by slot. */
	all(): [slot: string, value: string][] {
		return [...this.#slots];
	}

	getItem(slot: string): string | null {
		return this.#slots.get(slot) ?? null;
	}

	setItem(slot: string, value: string): void {
		this.#slots.set(slot, value);
		const kept = { person: this.#person, name: slot, value, at: Date.now() };
		void this.#database.put('kept', kept).catch(() => putAside(this.#person, slot, value));
	}

	removeItem(slot: string): void {
		this.#slots.delete(slot);
		void this.#database.delete('kept', [this.#person, slot]).catch(() => {});
	}
}

const aside = (person: string): string => `aside:${person}:`;

function putAside(person: string, slot: string, value: string): void {
	try {
		sessionStorage.setItem(aside(person) + slot, value);
	} catch {
		// A device without any room says so when the form is saved.
	}
}

/** What this tab put aside before it was loaded anew, once. */
function takeAside(person: string): [slot: string, value: string][] {
	try {
		const own = Object.entries(sessionStorage).filter(([key]) => key.startsWith(aside(person)));
		for (const [key] of own) sessionStorage.removeItem(key);
		return own.map(([key, value]) => [key.slice(aside(person).length), String(value)]);
	} catch {
		return [];
	}
}
