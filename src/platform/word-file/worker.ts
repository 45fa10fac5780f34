import { parentPort, workerData } from 'node:worker_threads';
import { readParts } from './read-parts.ts';

// Reads one Word file in a thread of its own, which can be stopped: a small file can be made to take minutes.

const { parts } = workerData as { parts: Map<string, Uint8Array> };
parentPort!.postMessage(await readParts(parts).catch(() => null));
