import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { createOnce, databaseFolder } from './data-folder.ts';
import { DurableFiles, durableStart } from './durable-files.ts';

/**
 * The embedded PostgreSQL, in a thread of its own because each query blocks the thread it runs on. Takes PostgreSQL's
 * wire protocol as bytes and answers in bytes, like a server behind a socket.
 */
const { dataDir } = workerData as { dataDir: string };
const port = parentPort!;

const open = (folder: string) => PGlite.create({ fs: new DurableFiles(folder), startParams: durableStart });

await createOnce(dataDir, async (folder) => {
	const created = await open(folder);
	await created.exec('checkpoint');
	await created.close();
});
const database = await open(databaseFolder(dataDir));

port.on('message', async (request: Uint8Array | 'end') => {
	if (request === 'end') {
		await database.close();
		port.close();
		return;
	}
	const starting = request[0] === 0;
	// A connection that broke may have left a transaction and prepared statements behind; the next starts clean.
	if (starting) {
		await database.exec('rollback');
		await database.exec('discard all');
	}
	const answer = database.execProtocolRawSync(request).slice();
	port.postMessage(answer, [answer.buffer]);
});
port.postMessage('open');
