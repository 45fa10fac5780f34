import type { DeviceDatabase, Kept } from './device-database.ts';
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
	readonly #told: (taken: boolean) => void;

	private constructor(
		database: DeviceDatabase,
		person: string,
		slots: Map<string, string>,
		told: (taken: boolean) => void,
	) {
		this.#database = database;
		this.#person = person;
		this.#slots = slots;
		this.#told = told;
	}

	/** @param told called with whether the database took a change */
	static async open(
		database: DeviceDatabase,
		person: string,
		told: (taken: boolean) => void = () => {},
	): Promise<DeviceDrafts> {
		const kept = await database.getAll(
			'kept',
			IDBKeyRange.bound([person, prefix], [person, `${prefix}\uffff`]),
		);
		const drafts = new DeviceDrafts(
			database,
			person,
			new Map(kept.map(({ name, value }) => [name, String(value)])),
			told,
		);
		const since = new Map(kept.map(({ name, at }) => [name, at]));
		for (const { slot, value, at } of putAsideBy(person)) {
			// Another tab may have gone on with it since.
			if (at < (since.get(slot) ?? -Infinity)) letGoAside(person, slot);
			else if (value === null) drafts.removeItem(slot);
			else drafts.#keep(slot, value, at);
		}
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
		this.#keep(slot, value, Date.now());
	}

	removeItem(slot: string): void {
		this.#slots.delete(slot);
		void this.#written(slot, null, Date.now(), this.#database.delete('kept', [this.#person, slot]));
	}

	#keep(slot: string, value: string, at: number): void {
		this.#slots.set(slot, value);
		const kept: Kept = { person: this.#person, name: slot, value, at };
		void this.#written(slot, value, at, this.#database.put('kept', kept));
	}

	/** What the database has is put aside no longer; what it does not take is put aside, also that there is nothing any more. */
	async #written(slot: string, value: string | null, at: number, writing: Promise<unknown>): Promise<void> {
		const taken = await writing.then(
			() => true,
			() => false,
		);
		if (taken) letGoAside(this.#person, slot);
		else putAside(this.#person, { slot, value, at });
		this.#told(taken);
	}
}

/** A draft that a tab keeps where the database takes nothing; null where it was saved or discarded. */
interface Aside {
	slot: string;
	value: string | null;
	at: number;
}

const aside = (person: string): string => `aside:${person}:`;

function putAside(person: string, { slot, value, at }: Aside): void {
	try {
		sessionStorage.setItem(aside(person) + slot, JSON.stringify({ value, at }));
	} catch {
		// A device without any room says so when the form is saved.
	}
}

function letGoAside(person: string, slot: string): void {
	try {
		sessionStorage.removeItem(aside(person) + slot);
	} catch {
		// Where it is forbidden nothing was put aside.
	}
}

/** What this tab put aside before it was loaded anew. It stays there until the database has it. */
function putAsideBy(person: string): Aside[] {
	try {
		return Object.entries(sessionStorage)
			.filter(([key]) => key.startsWith(aside(person)))
			.map(
				([key, said]) => ({ slot: key.slice(aside(person).length), ...JSON.parse(String(said)) }) as Aside,
			);
	} catch {
		return [];
	}
}
