import { parentPort, workerData } from 'node:worker_threads';
import type { Posted } from '#platform/solver/job.ts';
import { propose, type Answered, type Asked, type Progress } from './propose.ts';

// Reckons one stage of a plan in a thread of its own, so that it can be stopped and nobody else waits for it.

const post = (posted: Posted<Progress, Answered>) => parentPort!.postMessage(posted);
const answer = await propose(workerData as Asked, (progress) => post({ is: 'going', progress }));
post({ is: 'answer', answer });
