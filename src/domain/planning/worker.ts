import { parentPort, workerData } from 'node:worker_threads';
import type { Posted } from '#platform/solver/job.ts';
import { whyLeft, type StageConflict } from './conflicts/why.ts';
import { propose, type Answered, type Asked, type Progress } from './propose.ts';

// Reckons a plan, or why there is none, in a thread of its own: it can be stopped, and nobody else waits for it.

/** What the thread is to do. */
export type Given =
	{ wanted: 'plan'; asked: Asked } | { wanted: 'conflict'; asked: Asked; names: ReadonlyMap<string, string> };

const post = (posted: Posted<Progress, Answered | StageConflict[]>) => parentPort!.postMessage(posted);
const given = workerData as Given;
const answer =
	given.wanted === 'plan'
		? await propose(given.asked, (progress) => post({ is: 'going', progress }))
		: await whyLeft(given.asked, given.names);
post({ is: 'answer', answer });
