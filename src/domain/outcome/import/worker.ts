import { parentPort, workerData } from 'node:worker_threads';
import type { Posted } from '#platform/solver/job.ts';
import { readFile, type GivenFile, type ReadFile } from './read-file.ts';

// Reads one file of figures in a thread of its own.

export interface RowsRead {
	rows: number;
	of: number;
}

const post = (posted: Posted<RowsRead, ReadFile>) => parentPort!.postMessage(posted);
const answer = await readFile(workerData as GivenFile, (rows, of) =>
	post({ is: 'going', progress: { rows, of } }),
);
post({ is: 'answer', answer });
