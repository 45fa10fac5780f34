import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../project-root.ts';
import { Connections } from '../connection.ts';
import type { Database } from '../database.ts';
import { migrate } from '../migrate.ts';
import { transactions } from '../transactions.ts';
import { databaseFolder } from './data-folder.ts';
import { lockFolder } from './folder-lock.ts';
import { WorkerStream } from './worker-stream.ts';

/**
 * Opens the embedded database under a folder, made at the first start (which takes some seconds), and migrates it.
 * One process at a time; transactions queue in the order they were asked for. The worker's file is a parameter for the
 * fault tests, which run PGlite as it comes through the same harness and watch it fail.
 */
export async function openEmbedded(
	dataDir: string,
	report: (step: string) => void = () => {},
	workerFile = join(projectRoot, 'src/platform/db/embedded/worker.ts'),
): Promise<Database> {
	const unlock = lockFolder(dataDir);
	let worker: Worker | undefined;
	let connections: Connections | undefined;
	const close = async () => {
		await connections?.close();
		if (worker) await stopWorker(worker);
		unlock();
	};
	try {
		report(
			existsSync(databaseFolder(dataDir))
				? 'Opening the embedded database'
				: 'Creating the embedded database, once',
		);
		worker = await startWorker(workerFile, dataDir);
		connections = connectionsTo(worker);
		await connections.with(async (connection) => {
			await migrate(connection, report);
			await connection.script(barRoleChange);
		});
		return { engine: 'embedded', ...transactions(connections, connections), close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** The embedded engine's only login is a superuser, so once a role is taken nothing may give it back. */
const barRoleChange = 'revoke execute on function pg_catalog.set_config(text, text, boolean) from public';

/** One connection, for the engine has one; the pool before it is the queue. */
function connectionsTo(worker: Worker): Connections {
	const stream = () => new WorkerStream(worker);
	return new Connections({
		max: 1,
		idleTimeoutMillis: 0,
		user: 'postgres',
		database: 'postgres',
		stream: stream as never,
	});
}

function startWorker(workerFile: string, dataDir: string): Promise<Worker> {
	const worker = new Worker(workerFile, { workerData: { dataDir } });
	return new Promise((resolve, reject) => {
		const stopped = () => reject(new Error('The embedded database stopped while it was opening.'));
		worker.once('error', reject);
		worker.once('exit', stopped);
		worker.once('message', () => {
			worker.off('exit', stopped);
			resolve(worker);
		});
	});
}

async function stopWorker(worker: Worker): Promise<void> {
	if (worker.threadId === -1) return;
	const ended = new Promise((resolve) => worker.once('exit', resolve));
	worker.postMessage('end');
	await ended;
}
