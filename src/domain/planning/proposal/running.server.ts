import { inContext, type Context } from '#platform/context.ts';
import type { Database } from '#platform/db/database.ts';
import { logError } from '#platform/log.ts';
import { person } from '#platform/principal.ts';
import type { Ended, Job } from '#platform/solver/job.ts';
import type { Told } from '#platform/solver/problem.ts';
import { startConflict, startProposal } from '../run.server.ts';
import { endProposal, tellProgress } from './proposal-store.server.ts';
import type { Asked } from '../propose.ts';
import type { Proposal } from './proposal.ts';
import { proposalById } from './queries.server.ts';

/** How often whoever reckons says so, and looks whether it is still wanted. */
const everyMs = 1_000;

const running = new Set<Job<unknown>>();
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
		let latest: Told | null = null;
		const asked: Asked = proposal;
		/** Says every second how far it is, and stops it where it is wanted no more. */
		const watched = async <Answer>(job: Job<Answer>): Promise<Ended<Answer>> => {
			running.add(job);
			const beat = setInterval(() => {
				write((ctx) => tellProgress(ctx, key, latest))
					.then((wanted) => wanted || job.stop())
					.catch((error: unknown) => logError(error, { job: 'proposal' }));
			}, everyMs);
			const ended = await job.ended;
			clearInterval(beat);
			running.delete(job);
			return ended;
		};
		const ended = await watched(
			startProposal(asked, ({ round, value, bound }) => {
				latest = { round, value, bound };
			}),
		);
		// Why somebody is left out is a question of its own; who stops that has the answer all the same.
		const why =
			ended.is === 'answer' && leavesOut(ended.answer) && !closing
				? await watched(startConflict(asked, namesFor(proposal)))
				: null;
		if (closing) return;
		if (ended.is === 'failed') logError(new Error(ended.because), { job: 'proposal' });
		const conflicts = why?.is === 'answer' ? why.answer : null;
		await write((ctx) =>
			endProposal(
				ctx,
				key,
				ended.is === 'answer'
					? { ending: 'answered', answer: ended.answer, conflicts }
					: { ending: ended.is },
			),
		);
	} catch (error) {
		logError(error, { job: 'proposal' });
	}
}

/** Whether a plan leaves a school without a group, or a review without team or day. */
const leavesOut = (answer: NonNullable<Proposal['answer']>): boolean =>
	answer.stage === 'groups'
		? answer.unplaced.length > 0
		: answer.teams.unstaffed.length + answer.days.undated.length > 0;

/** What reviews and people are called where rules collide: a review by its school. */
function namesFor({ stage, input }: Proposal): Map<string, string> {
	if (stage === 'groups') return new Map();
	const schools = new Map(input.teams.schools.map(({ id, name }) => [id, name]));
	return new Map([
		...schools,
		...input.teams.reviews.map(({ id, host }) => [id, schools.get(host)!] as const),
		...input.teams.people.map(({ id, name }) => [id, name] as const),
	]);
}

/** Ends what is being reckoned in this process, when the process ends. */
export function stopReckoning(): void {
	closing = true;
	for (const job of running) job.stop();
}
