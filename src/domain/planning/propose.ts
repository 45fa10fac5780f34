import type { Told } from '#platform/solver/problem.ts';
import type { DatingAnswer, DatingInput } from './dating/model.ts';
import { proposeDays } from './dating/solve.ts';
import type { GroupingAnswer, GroupingInput } from './grouping/model.ts';
import { proposeGroups } from './grouping/solve.ts';
import type { TeamingAnswer, TeamingInput } from './teaming/model.ts';
import { proposeTeams } from './teaming/solve.ts';

/** One stage of a plan to be reckoned. */
export type Asked =
	| { stage: 'groups'; input: GroupingInput }
	| { stage: 'teams'; input: TeamingInput }
	| { stage: 'days'; input: DatingInput };

export type Answered = GroupingAnswer | TeamingAnswer | DatingAnswer;

/** How it is going: the best value known, and the most that any plan can reach; null while not known. */
export interface Progress extends Told {
	stage: Asked['stage'];
}

/** The best plan of a stage. The same for the same input on every machine. */
export function propose(
	asked: Asked,
	tell: (progress: Progress) => void = () => undefined,
): Promise<Answered> {
	const told = (one: Told) => tell({ stage: asked.stage, ...one });
	if (asked.stage === 'groups') return proposeGroups(asked.input, undefined, told);
	if (asked.stage === 'teams') return proposeTeams(asked.input, undefined, told);
	return proposeDays(asked.input, undefined, told);
}
