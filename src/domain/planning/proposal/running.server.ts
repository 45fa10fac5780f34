import { inContext, type Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { logError } from '#platform/log.ts';
import { person } from '#platform/principal.ts';
import type { Job } from '#platform/solver/job.ts';
import type { GroupingAnswer } from '../grouping/model.ts';
import { startProposal } from '../run.server.ts';
import { endProposal, tellProgress } from './proposal-store.server.ts';
import type { Progress } from './proposal.ts';
import { proposalById } from './queries.server.ts';

/** How often whoever reckons says so, and looks whether it is still wanted. */
const everyMs = 1_000;

const running = new Set<Job<GroupingAnswer>>();
let closing = false;

/**
 * Reckons a proposal that was just asked for, beside everything else, and writes down how far it is and what came of it, as whoever
 * asked. Asked in any process, stopped from any: what is wanted stands in the database. A process that ends leaves it without an end,
 * and it is seen to be interrupted.
 */
export async function reckon(
	database: Database,
	{ partnershipId, id, personId }: { partnershipId: string; id: string; personId: string },
): Promise<void> {
	const key = { partnershipId, id };
	const write = <T>(work: (ctx: Context) => Promise<T>) =>
		inContext(database, person(personId), new Date(), work);
	try {
		const proposal = await write((ctx) => proposalById(ctx, partnershipId, id));
		if (!proposal || proposal.ending || closing) return;
		let latest: Progress | null = null;
		const job = startProposal({ stage: 'groups', input: proposal.input }, ({ round, value, bound }) => {
			latest = { round, value, bound };
		});
		running.add(job);
		const beat = setInterval(() => {
			write((ctx) => tellProgress(ctx, key, latest))
				.then((wanted) => wanted || job.stop())
				.catch((error: unknown) => logError(error, { job: 'proposal' }));
		}, everyMs);
		const ended = await job.ended;
		clearInterval(beat);
		running.delete(job);
		if (closing) return;
		if (ended.is === 'failed') logError(new Error(ended.because), { job: 'proposal' });
		await write((ctx) =>
			endProposal(
				ctx,
				key,
				ended.is === 'answer' ? { ending: 'answered', answer: ended.answer } : { ending: ended.is },
			),
		);
	} catch (error) {
		logError(error, { job: 'proposal' });
	}
}

/** Ends what is being reckoned in this process, when the process ends. */
export function stopReckoning(): void {
	closing = true;
	for (const job of running) job.stop();
}
