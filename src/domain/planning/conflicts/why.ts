import type { Asked } from '../propose.ts';
import type { YearInput } from '../year/model.ts';
import { proposeYear } from '../year/solve.ts';
import { daysWith } from '../year/whole.ts';
import { conflictInDays } from './days.ts';
import { conflictInGroups } from './groups.ts';
import type { Conflict } from './rule.ts';
import { conflictInTeams } from './teams.ts';

type Stage = Exclude<Asked['stage'], 'year'>;

/** In which stage rules collide, and which. */
export interface StageConflict extends Conflict {
	stage: Stage;
}

/** Which rules collide where a plan leaves somebody without: one conflict for each stage that does. Names of people and reviews, by id. */
export async function whyLeft(asked: Asked, names: ReadonlyMap<string, string>): Promise<StageConflict[]> {
	if (asked.stage === 'groups') return ofStage('groups', await conflictInGroups(asked.input));
	if (asked.stage === 'teams') return ofStage('teams', await conflictInTeams(asked.input, names));
	if (asked.stage === 'days') return ofStage('days', await conflictInDays(asked.input, names));
	return inYear(asked.input, names);
}

/** Days collide, or do not, with the teams that the year's plan has. */
async function inYear(input: YearInput, names: ReadonlyMap<string, string>): Promise<StageConflict[]> {
	const { teams, days } = await proposeYear(input);
	const ofTeams = teams.unstaffed.length > 0 ? await conflictInTeams(input.teams, names) : null;
	const ofDays = days.undated.length > 0 ? await conflictInDays(daysWith(input, teams.teams), names) : null;
	return [...ofStage('teams', ofTeams), ...ofStage('days', ofDays)];
}

const ofStage = (stage: Stage, conflict: Conflict | null): StageConflict[] =>
	conflict === null ? [] : [{ stage, ...conflict }];
