import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { databaseFolder } from '#platform/db/embedded/data-folder.ts';
import { serve } from '#platform/db/embedded/serve.ts';
import { SizedFiles } from '#platform/db/embedded/sized-files.ts';

// The embedded database without its flushes, which tests need not wait for.

const { dataDir } = workerData as { dataDir: string };
serve(await PGlite.create({ fs: new SizedFiles(databaseFolder(dataDir)) }), parentPort!);
