import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { databaseFolder } from '#platform/db/embedded/data-folder.ts';
import { serve } from '#platform/db/embedded/serve.ts';

// PGlite as it comes, without what the product adds to it: the power cut must show the difference.

const { dataDir } = workerData as { dataDir: string };
serve(await PGlite.create(databaseFolder(dataDir)), parentPort!);
