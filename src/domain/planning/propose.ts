import type { Told } from '#platform/solver/problem.ts';
import type { DatingAnswer, DatingInput } from './dating/model.ts';
import { proposeDays } from './dating/solve.ts';
import type { GroupingAnswer, GroupingInput } from './grouping/model.ts';
import { proposeGroups } from './grouping/solve.ts';
import type { TeamingAnswer, TeamingInput } from './teaming/model.ts';
import { proposeTeams } from './teaming/solve.ts';
import type { YearAnswer, YearInput } from './year/model.ts';
import { proposeYear } from './year/solve.ts';

/** One stage of a plan to be reckoned, or teams and days in one go. */
export type Asked =
	| { stage: 'groups'; input: GroupingInput }
	| { stage: 'teams'; input: TeamingInput }
	| { stage: 'days'; input: DatingInput }
	| { stage: 'year'; input: YearInput };

export type Answered = GroupingAnswer | TeamingAnswer | DatingAnswer | YearAnswer;

/** How it is going: the best value known, and the most that any plan can reach; null while not known. Of a year, its stage now. */
export interface Progress extends Told {
	stage: Exclude<Asked['stage'], 'year'>;
}

/** The best plan of a stage. The same for the same input on every machine. */
export function propose(
	asked: Asked,
	tell: (progress: Progress) => void = () => undefined,
): Promise<Answered> {
	if (asked.stage === 'year') return proposeYear(asked.input, undefined, tell);
	const { stage } = asked;
	const told = (one: Told) => tell({ stage, ...one });
	if (asked.stage === 'groups') return proposeGroups(asked.input, undefined, told);
	if (asked.stage === 'teams') return proposeTeams(asked.input, undefined, told);
	return proposeDays(asked.input, undefined, told);
}
