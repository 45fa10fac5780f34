import type { DeviceDatabase } from '../device/device-database.ts';
import { draftFiles } from '../device/draft-files.ts';

/** What one page has written and the server has not yet, kept in the browser. */
export interface Unsent {
	/** What earlier pages left behind; nothing of those that are open still. */
	leftBehind(): Promise<Uint8Array[]>;
	keep(update: Uint8Array): Promise<void>;
	letGo(): Promise<void>;
	/** The page goes. */
	close(): void;
}

/**
 * @param document which one, such as 'report ID'
 * @param page an id of this page alone
 */
export function openUnsent(database: DeviceDatabase, person: string, document: string, page: string): Unsent {
	const files = draftFiles<null>(database, person, document);
	const lock = (of: string) => `unsent ${document} ${of}`;
	let close = () => {};
	const open = new Promise<void>((resolve) => (close = resolve));
	void navigator.locks?.request(lock(page), () => open);
	let tookUp: string[] = [];
	return {
		async leftBehind() {
			const { held = [] } = (await navigator.locks?.query()) ?? {};
			const isOpen = (id: string) => held.some(({ name }) => name === lock(id));
			const left = (await files.all()).filter(({ id }) => !isOpen(id));
			tookUp = left.map(({ id }) => id);
			return Promise.all(left.map(async ({ file }) => new Uint8Array(await file.arrayBuffer())));
		},
		async keep(update) {
			await files.keep({ id: page, words: null, file: new Blob([new Uint8Array(update)]) });
			// This page has them now among its own.
			for (const id of tookUp.splice(0)) await files.letGo(id);
		},
		async letGo() {
			for (const id of [page, ...tookUp.splice(0)]) await files.letGo(id);
		},
		close,
	};
}
