import { join } from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
import { startJob, type Job } from '#platform/solver/job.ts';
import type { StageConflict } from './conflicts/why.ts';
import type { DatingAnswer } from './dating/model.ts';
import type { GroupingAnswer } from './grouping/model.ts';
import type { Asked, Progress } from './propose.ts';
import type { TeamingAnswer } from './teaming/model.ts';
import type { Given } from './worker.ts';
import type { YearAnswer } from './year/model.ts';

const workerFile = join(projectRoot, 'src/domain/planning/worker.ts');

interface AnswerTo {
	groups: GroupingAnswer;
	teams: TeamingAnswer;
	days: DatingAnswer;
	year: YearAnswer;
}

/** Reckons one stage, or a year, in a thread of its own, one at a time in a process. */
export const startProposal = <One extends Asked>(
	asked: One,
	tell?: (progress: Progress) => void,
): Job<AnswerTo[One['stage']]> =>
	startJob<Progress, AnswerTo[One['stage']]>(workerFile, { wanted: 'plan', asked } satisfies Given, { tell });

/** Finds which rules collide where a plan leaves somebody without, the same way. Names of people and reviews, by id. */
export const startConflict = (asked: Asked, names: ReadonlyMap<string, string>): Job<StageConflict[]> =>
	startJob<never, StageConflict[]>(workerFile, { wanted: 'conflict', asked, names } satisfies Given);
