import { parentPort, workerData } from 'node:worker_threads';

// A job that takes as many milliseconds as it is given.

setTimeout(() => parentPort!.postMessage({ is: 'answer', answer: 'done' }), workerData as number);
