import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import pLimit from 'p-limit';
import { projectRoot } from '../project-root.ts';
import { noWordWords, unpack } from './unpack.server.ts';
import type { ReadWord } from './word-block.ts';

/** The most of a report that is brought in. */
const mostParagraphs = 5_000;
/** Two hundred pages take a second. */
const longestMs = 15_000;
const workerFile = join(projectRoot, 'src/platform/word-file/worker.ts');
// A second file waits for the first: reading takes a processor.
const oneAtATime = pLimit(1);

/**
 * Reads what a Word file says: paragraphs with their headings, lists, quotes, tables, bold and italic. Tracked changes are read as
 * accepted; pictures, notes and comments are counted and left out; looks, macros, links and fields are left out. Nothing is ever
 * fetched. A sentence where it cannot be read (see `unpack` for what is refused), or not within so many milliseconds.
 */
export async function readWord(
	file: Uint8Array,
	within = longestMs,
): Promise<ReadWord | { because: string }> {
	const unpacked = await unpack(file);
	if (unpacked.is === 'refused') return { because: unpacked.because };
	const read = await oneAtATime(() => inOwnThread(unpacked.parts, within));
	if (read === 'too long')
		return { because: 'There is more in this file than can be read at once. Bring it in in parts.' };
	if (read === null) return { because: noWordWords };
	const count = read.blocks.reduce(
		(sum, block) => sum + (block.is === 'table' ? block.rows.flat(2).length : 1),
		0,
	);
	if (count > mostParagraphs)
		return {
			because: `This has more than ${mostParagraphs.toLocaleString('en-GB')} paragraphs. Bring it in in parts.`,
		};
	return count === 0 ? { because: 'No words were found in this file.' } : read;
}

/** Null where it makes no document; what takes too long or too much memory is stopped. */
function inOwnThread(
	parts: ReadonlyMap<string, Uint8Array>,
	within: number,
): Promise<ReadWord | 'too long' | null> {
	const worker = new Worker(workerFile, {
		workerData: { parts },
		resourceLimits: { maxOldGenerationSizeMb: 512 },
	});
	return new Promise((resolve) => {
		const timer = setTimeout(() => end('too long'), within);
		const end = (told: ReadWord | 'too long' | null) => {
			clearTimeout(timer);
			resolve(told);
			void worker.terminate();
		};
		worker.once('message', end);
		worker.once('error', (error: { code?: string }) =>
			end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too long' : null),
		);
	});
}
