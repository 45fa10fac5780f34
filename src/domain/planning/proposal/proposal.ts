import type { Told } from '#platform/solver/problem.ts';
import type { Conflict } from '../conflicts/rule.ts';
import type { GroupingAnswer, GroupingInput } from '../grouping/model.ts';

/** Something that was asked to be reckoned, and what came of it. */
export interface Proposal {
	id: string;
	schoolYear: string;
	input: GroupingInput;
	askedBy: string;
	askedAt: Date;
	/** How far the reckoning is; null before its first word. */
	progress: Told | null;
	toldAt: Date | null;
	stopAsked: boolean;
	ending: 'answered' | 'stopped' | 'failed' | null;
	answer: GroupingAnswer | null;
	/** Which rules collide, where it leaves a school without a group. */
	conflict: Conflict | null;
	adoptedAt: Date | null;
}

/** Whoever reckons says so every second or two; after so many milliseconds without a word they are gone. */
export const silence = 20_000;

/** `interrupted`: the server that reckoned it went away. Nothing of it is lost but the reckoning. */
export type ProposalState = 'reckoning' | 'interrupted' | 'answered' | 'stopped' | 'failed';

export function stateOf(
	{ ending, toldAt, askedAt }: Pick<Proposal, 'ending' | 'toldAt' | 'askedAt'>,
	now: Date,
): ProposalState {
	if (ending) return ending;
	return now.getTime() - (toldAt ?? askedAt).getTime() > silence ? 'interrupted' : 'reckoning';
}
