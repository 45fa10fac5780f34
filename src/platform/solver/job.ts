import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';

/** How a job ended. What failed has said why to the log of whoever asked, never to a person. */
export type Ended<Answer> =
	{ is: 'answer'; answer: Answer } | { is: 'stopped' } | { is: 'failed'; because: string };

/** What a job's file posts: how it is going, as often as it likes, and its answer, once. */
export type Posted<Progress, Answer> = { is: 'going'; progress: Progress } | { is: 'answer'; answer: Answer };

/** In which jobs wait for one another. */
export type Turns = ReturnType<typeof pLimit>;

export interface Job<Answer> {
	/** Never rejects. */
	ended: Promise<Ended<Answer>>;
	/** At any moment, as often as one likes; a job that waits for its turn never begins. */
	stop: () => void;
}

/** Reckoning takes a processor and leaves the other to those who read: the next job waits for its turn. */
const reckoning = pLimit(1);
const mostMegabytes = 1024;

/** How a job is run. */
interface Running<Progress> {
	tell?: ((progress: Progress) => void) | undefined;
	turns?: Turns;
	/** After so long it is stopped. What it waits for its turn does not count. */
	longestMs?: number;
}

/**
 * Runs a file in a thread of its own, given `input` as its `workerData`. It can be stopped at any moment, and whatever happens in it,
 * also to its memory, this process goes on.
 */
export function startJob<Progress, Answer>(
	file: string,
	input: unknown,
	{ tell = () => undefined, turns = reckoning, longestMs }: Running<Progress> = {},
): Job<Answer> {
	const stopping = new AbortController();
	const stopped = new Promise<Ended<Answer>>((resolve) => {
		stopping.signal.addEventListener('abort', () => resolve({ is: 'stopped' }));
	});
	const turn = turns(() => {
		const clock = longestMs === undefined ? undefined : setTimeout(() => stopping.abort(), longestMs);
		return inOwnThread<Progress, Answer>(file, input, tell, stopping.signal).finally(() =>
			clearTimeout(clock),
		);
	});
	return {
		ended: Promise.race([turn, stopped]),
		stop: () => stopping.abort(),
	};
}

function inOwnThread<Progress, Answer>(
	file: string,
	input: unknown,
	tell: (progress: Progress) => void,
	stopping: AbortSignal,
): Promise<Ended<Answer>> {
	if (stopping.aborted) return Promise.resolve({ is: 'stopped' });
	return new Promise((resolve) => {
		let worker: Worker | undefined;
		const end = (ended: Ended<Answer>) => {
			stopping.removeEventListener('abort', stop);
			resolve(ended);
			void worker?.terminate();
		};
		const stop = () => end({ is: 'stopped' });
		const failed = (error: unknown) =>
			end({ is: 'failed', because: error instanceof Error ? error.message : String(error) });
		stopping.addEventListener('abort', stop);
		try {
			worker = new Worker(file, {
				workerData: input,
				resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
			});
		} catch (error) {
			return failed(error);
		}
		worker.on('message', (posted: Posted<Progress, Answer>) => {
			if (posted.is === 'answer') return end(posted);
			if (!stopping.aborted) tell(posted.progress);
		});
		worker.once('error', failed);
		worker.once('exit', () => end({ is: 'failed', because: 'It ended without an answer.' }));
	});
}
