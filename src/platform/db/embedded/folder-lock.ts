import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Two processes on one embedded database corrupt it without a word. SQLite's exclusive lock keeps the second one out and
 * is gone the moment its holder is, however that ended. Returns what releases it.
 *
 * @throws with a plain sentence when another process holds the folder
 */
export function lockFolder(dataDir: string): () => void {
	mkdirSync(dataDir, { recursive: true, mode: 0o700 });
	chmodSync(dataDir, 0o700);
	const lock = new DatabaseSync(join(dataDir, 'database.lock'), { timeout: 0 });
	try {
		lock.exec('pragma locking_mode = exclusive; begin exclusive');
	} catch {
		lock.close();
		throw new Error(`Another Fresh Eyes is using this folder: ${dataDir}`);
	}
	return () => lock.close();
}
