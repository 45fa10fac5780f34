import type { DeviceDatabase } from './device-database.ts';

const prefix = 'draft:';

/** Whether something kept under this name is what somebody was still writing. It is nobody else's to clear away. */
export const isDraft = (name: string): boolean => name.startsWith(prefix);

/**
 * What a person is still writing, in the browser's database: `localStorage` is written down by browsers when they see fit, and
 * loses the last seconds when they are killed. Read whole when opened; every change is written through.
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
		return new DeviceDrafts(database, person, new Map(kept.map(({ name, value }) => [name, String(value)])));
	}

	getItem(slot: string): string | null {
		return this.#slots.get(slot) ?? null;
	}

	setItem(slot: string, value: string): void {
		this.#slots.set(slot, value);
		const kept = { person: this.#person, name: slot, value, at: Date.now() };
		// A device without room says so when the form is saved.
		void this.#database.put('kept', kept).catch(() => {});
	}

	removeItem(slot: string): void {
		this.#slots.delete(slot);
		void this.#database.delete('kept', [this.#person, slot]).catch(() => {});
	}
}
