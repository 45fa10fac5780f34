import type { DeviceDatabase } from './device-database.ts';

const prefix = 'draft file:';

/** A file that belongs to what somebody is still writing, with the words that go with it. */
export interface DraftFile<Words> {
	id: string;
	words: Words;
	file: Blob;
}

/** Whether something kept under this name is such a file. */
export const isDraftFile = (name: string): boolean => name.startsWith(prefix);

/** All of a person's forms of one kind, such as 'evidence', with when each was kept by this device's clock. */
export async function allDraftFiles<Words>(
	database: DeviceDatabase,
	person: string,
	kind: string,
): Promise<(DraftFile<Words> & { at: number })[]> {
	const range = IDBKeyRange.bound([person, `${prefix}${kind} `], [person, `${prefix}${kind} \uffff`]);
	return (await database.getAll('kept', range)).map(({ value, at }) => ({
		...(value as DraftFile<Words>),
		at,
	}));
}

/** The files of one person's one form, 'KIND ID', kept until what is written there is. Each is written once: a file is no keystroke. */
export function draftFiles<Words>(database: DeviceDatabase, person: string, form: string) {
	const nameOf = (id: string) => `${prefix}${form}:${id}`;
	return {
		async all(): Promise<DraftFile<Words>[]> {
			const range = IDBKeyRange.bound([person, nameOf('')], [person, nameOf('\uffff')]);
			return (await database.getAll('kept', range))
				.toSorted((one, other) => one.at - other.at)
				.map(({ value }) => value as DraftFile<Words>);
		},
		/** Rejects where the device has no room. */
		async keep(file: DraftFile<Words>): Promise<void> {
			const change = database.transaction('kept', 'readwrite', { durability: 'strict' });
			await change.store.put({ person, name: nameOf(file.id), value: file, at: Date.now() });
			await change.done;
		},
		async letGo(id: string): Promise<void> {
			await database.delete('kept', [person, nameOf(id)]);
		},
	};
}
