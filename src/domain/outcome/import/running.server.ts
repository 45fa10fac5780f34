import { join } from 'node:path';
import pLimit from 'p-limit';
import { inContext, type Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { logError } from '#platform/log.ts';
import { person } from '#platform/principal.ts';
import { projectRoot } from '#platform/project-root.ts';
import { startJob } from '#platform/solver/job.ts';
import type { GivenFile, ReadFile } from './read-file.ts';
import { endReading, tellRows } from './reading-store.server.ts';
import type { RowsRead } from './worker.ts';

const workerFile = join(projectRoot, 'src/domain/outcome/import/worker.ts');
const everyMs = 500;
/** All England's schools of a year take five seconds. */
const longestMs = 60_000;
const turns = pLimit(1);

/**
 * Reads a file that was just chosen in a thread of its own, beside everything else, and writes down how far it is and what came of it,
 * as whoever chose it. The file itself is kept nowhere: a process that ends leaves a reading that is seen to be interrupted.
 */
export async function readBeside(
	database: Database,
	{ partnershipId, readingId, personId }: { partnershipId: string; readingId: string; personId: string },
	given: GivenFile,
): Promise<void> {
	const key = { partnershipId, readingId };
	const write = <T>(work: (ctx: Context) => Promise<T>) =>
		inContext(database, person(personId), new Date(), work);
	let latest: RowsRead | null = null;
	const job = startJob<RowsRead, ReadFile>(workerFile, given, {
		tell: (told) => (latest = told),
		...{ turns, longestMs },
	});
	const beat = setInterval(() => {
		const told = latest as RowsRead | null;
		write((ctx) => tellRows(ctx, key, told?.rows ?? 0, told?.of ?? null)).catch((error: unknown) =>
			logError(error, { job: 'read a file' }),
		);
	}, everyMs);
	try {
		const ended = await job.ended;
		if (ended.is === 'failed') logError(new Error(ended.because), { job: 'read a file' });
		const read: ReadFile = ended.is === 'answer' ? ended.answer : { is: 'refused', because: tooMuchWords };
		await write((ctx) =>
			endReading(
				ctx,
				key,
				read.is === 'read'
					? { read: read.reading }
					: read.is === 'sheet'
						? { sheet: read.sheet }
						: { refused: read.because },
			),
		);
	} catch (error) {
		logError(error, { job: 'read a file' });
	} finally {
		clearInterval(beat);
	}
}

const tooMuchWords =
	'This file could not be read to its end. Take out what you do not need, save it as CSV, and choose it again.';
