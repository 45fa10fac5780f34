import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { createOnce, databaseFolder } from './data-folder.ts';
import { DurableFiles, durableStart } from './durable-files.ts';
import { serve } from './serve.ts';

// The embedded PostgreSQL, in a thread of its own because each query blocks the thread it runs on.

const { dataDir } = workerData as { dataDir: string };
const open = (folder: string) => PGlite.create({ fs: new DurableFiles(folder), startParams: durableStart });

await createOnce(dataDir, async (folder) => {
	const created = await open(folder);
	await created.exec('checkpoint');
	await created.close();
});
serve(await open(databaseFolder(dataDir)), parentPort!);
