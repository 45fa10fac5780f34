import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { startJob, type Job } from '#platform/solver/job.ts';
import type { DatingAnswer } from './dating/model.ts';
import type { GroupingAnswer } from './grouping/model.ts';
import type { Asked, Progress } from './propose.ts';
import type { TeamingAnswer } from './teaming/model.ts';

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
): Job<AnswerTo<One>> => startJob<Progress, AnswerTo<One>>(workerFile, asked, tell);
