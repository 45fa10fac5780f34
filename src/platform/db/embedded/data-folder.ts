import {
	chmodSync,
	closeSync,
	existsSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readdirSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { flushFolder } from './durable-files.ts';

/** Where the embedded database keeps itself inside DATA_DIR. */
export const databaseFolder = (dataDir: string) => join(dataDir, 'database');

/**
 * Makes the database's folder so that it is there either whole or not at all. `create` fills a folder beside it, which
 * is flushed and only then given its name; one that a crash left behind was never written to by anybody and is made anew.
 */
export async function createOnce(dataDir: string, create: (folder: string) => Promise<void>): Promise<void> {
	const folder = databaseFolder(dataDir);
	if (existsSync(folder)) return;
	const unfinished = `${folder}.unfinished`;
	rmSync(unfinished, { recursive: true, force: true });
	mkdirSync(unfinished, { mode: 0o700 });
	await create(unfinished);
	flushTree(unfinished);
	renameSync(unfinished, folder);
	flushFolder(dataDir);
}

/** Flushes every file, then the folder that names it; closes both to other users of the machine on the way. */
function flushTree(folder: string): void {
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) flushTree(path);
		else if (entry.isFile()) flushFile(path);
	}
	chmodSync(folder, 0o700);
	flushFolder(folder);
}

function flushFile(path: string): void {
	chmodSync(path, 0o600);
	const handle = openSync(path, 'r+');
	try {
		fsyncSync(handle);
	} finally {
		closeSync(handle);
	}
}
