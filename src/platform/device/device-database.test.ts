import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anythingWaiting } from './device-database.ts';

/** A browser whose opening of a database ends as told: what idb asks of it, and no more. */
class Opening extends EventTarget {
	transaction: Creation | undefined;
	error: DOMException | undefined;
	result = {};
}
class Creation extends EventTarget {
	readonly opening: Opening;
	constructor(opening: Opening) {
		super();
		this.opening = opening;
	}
	abort() {
		this.opening.error = new DOMException('', 'AbortError');
		this.dispatchEvent(new Event('abort'));
		this.opening.dispatchEvent(new Event('error'));
	}
}

const opens = (ends: (opening: Opening) => void) =>
	vi.stubGlobal('indexedDB', {
		open() {
			const opening = new Opening();
			queueMicrotask(() => ends(opening));
			return opening;
		},
	});

beforeEach(() => {
	for (const name of ['IDBIndex', 'IDBObjectStore', 'IDBCursor', 'IDBDatabase'])
		vi.stubGlobal(name, class extends EventTarget {});
	vi.stubGlobal('IDBRequest', Opening);
	vi.stubGlobal('IDBTransaction', Creation);
});
afterEach(() => vi.unstubAllGlobals());

test('where the browser has no database yet, nothing waits', async () => {
	opens((opening) => {
		opening.transaction = new Creation(opening);
		opening.dispatchEvent(Object.assign(new Event('upgradeneeded'), { oldVersion: 0, newVersion: 1 }));
	});
	expect(await anythingWaiting()).toBe(false);
});

test('where the database cannot be opened, nobody is told that nothing waits', async () => {
	opens((opening) => {
		opening.error = new DOMException('The disk has trouble.', 'UnknownError');
		opening.dispatchEvent(new Event('error'));
	});
	await expect(anythingWaiting()).rejects.toThrow('The disk has trouble.');
});
