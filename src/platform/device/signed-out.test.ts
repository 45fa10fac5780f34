import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearSignedOut } from './signed-out.ts';

beforeEach(() => {
	for (const name of [
		'IDBDatabase',
		'IDBObjectStore',
		'IDBIndex',
		'IDBCursor',
		'IDBTransaction',
		'IDBRequest',
	])
		vi.stubGlobal(name, class extends EventTarget {});
});
afterEach(() => vi.unstubAllGlobals());

/** A browser that lets nobody open a database, and why. */
const forbids = (name: string) =>
	vi.stubGlobal('indexedDB', {
		open() {
			throw new DOMException('', name);
		},
	});

test.each(['InvalidStateError', 'SecurityError'])(
	'where the browser keeps nothing at all (%s), there is nothing to clear',
	async (name) => {
		forbids(name);
		await expect(clearSignedOut()).resolves.toEqual({ cleared: true, unsent: 0 });
	},
);

test('nor where it has no database to offer', async () => {
	vi.stubGlobal('indexedDB', undefined);
	await expect(clearSignedOut()).resolves.toEqual({ cleared: true, unsent: 0 });
});

test('where what it keeps cannot be opened, something may still be there', async () => {
	forbids('UnknownError');
	await expect(clearSignedOut()).rejects.toThrow();
});
