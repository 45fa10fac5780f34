import type { DeviceDatabase } from '../device/device-database.ts';
import { draftFiles } from '../device/draft-files.ts';

/** What one page has written and the server has not yet, kept in the browser. */
export interface Unsent {
	/** What earlier pages left behind; nothing of those that are open still. */
	leftBehind(): Promise<Uint8Array[]>;
	keep(updates: readonly Uint8Array[]): Promise<void>;
	letGo(): Promise<void>;
	/** The page goes. */
	close(): void;
}

/**
 * @param document which one, such as 'report ID'
 * @param page an id of this page alone
 */
export function openUnsent(database: DeviceDatabase, person: string, document: string, page: string): Unsent {
	const files = draftFiles<number[] | null>(database, person, document);
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
			const kept = await Promise.all(
				left.map(async ({ words, file }) => divided(new Uint8Array(await file.arrayBuffer()), words)),
			);
			// Only what could be read is this page's to let go.
			tookUp = left.map(({ id }) => id);
			return kept.flat();
		},
		async keep(updates) {
			const words = updates.map(({ byteLength }) => byteLength);
			await files.keep({ id: page, words, file: new Blob(updates.map((update) => new Uint8Array(update))) });
			// This page has them now among its own.
			for (const id of tookUp.splice(0)) await files.letGo(id);
		},
		async letGo() {
			for (const id of [page, ...tookUp.splice(0)]) await files.letGo(id);
		},
		close,
	};
}

/** One file as the updates it was put together from; those that an earlier release kept are one. */
function divided(bytes: Uint8Array, lengths: readonly number[] | null): Uint8Array[] {
	let end = 0;
	return (lengths ?? [bytes.byteLength]).map((length) => bytes.subarray(end, (end += length)));
}
