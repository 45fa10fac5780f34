import type { Asked } from '../propose.ts';
import { conflictInDays } from './days.ts';
import { conflictInGroups } from './groups.ts';
import type { Conflict } from './rule.ts';
import { conflictInTeams } from './teams.ts';

/** Which rules collide where a stage's plan leaves somebody without; null where it does not. Names of people and reviews, by id. */
export function whyLeft(asked: Asked, names: ReadonlyMap<string, string>): Promise<Conflict | null> {
	if (asked.stage === 'groups') return conflictInGroups(asked.input);
	if (asked.stage === 'teams') return conflictInTeams(asked.input, names);
	return conflictInDays(asked.input, names);
}
