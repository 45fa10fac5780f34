import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { startJob, type Job } from '#platform/solver/job.ts';
import type { Conflict } from './conflicts/rule.ts';
import type { DatingAnswer } from './dating/model.ts';
import type { GroupingAnswer } from './grouping/model.ts';
import type { Asked, Progress } from './propose.ts';
import type { TeamingAnswer } from './teaming/model.ts';
import type { Given } from './worker.ts';

const workerFile = join(projectRoot, 'src/domain/planning/worker.ts');

type AnswerTo<One extends Asked> = One extends { stage: 'groups' }
	? GroupingAnswer
	: One extends { stage: 'teams' }
		? TeamingAnswer
		: DatingAnswer;

/** Reckons one stage in a thread of its own, one at a time in a process. */
export const startProposal = <One extends Asked>(
	asked: One,
	tell?: (progress: Progress) => void,
): Job<AnswerTo<One>> =>
	startJob<Progress, AnswerTo<One>>(workerFile, { wanted: 'plan', asked } satisfies Given, tell);

/** Finds which rules collide where a plan leaves somebody without, the same way. Names of people and reviews, by id. */
export const startConflict = (asked: Asked, names: ReadonlyMap<string, string>): Job<Conflict | null> =>
	startJob<never, Conflict | null>(workerFile, { wanted: 'conflict', asked, names } satisfies Given);
