import type { Told } from '#platform/solver/problem.ts';
import type { StageConflict } from '../conflicts/why.ts';
import type { GroupingAnswer, GroupingInput } from '../grouping/model.ts';
import type { YearAnswer, YearInput } from '../year/model.ts';

interface Proposed<Stage, Input, Answer> {
	id: string;
	stage: Stage;
	schoolYear: string;
	/** The arrangement it is for; of groups none. */
	arrangementId: string | null;
	input: Input;
	askedBy: string;
	askedAt: Date;
	/** How far the reckoning is; null before its first word. */
	progress: Told | null;
	toldAt: Date | null;
	stopAsked: boolean;
	ending: 'answered' | 'stopped' | 'failed' | null;
	answer: Answer | null;
	/** Which rules collide, stage by stage, where it leaves a school without a group or a review without team or day. */
	conflicts: StageConflict[] | null;
	adoptedAt: Date | null;
}

export type ProposalOfGroups = Proposed<'groups', GroupingInput, GroupingAnswer>;
export type ProposalOfYear = Proposed<'year', YearInput, YearAnswer>;

/** Something that was asked to be reckoned, and what came of it. */
export type Proposal = ProposalOfGroups | ProposalOfYear;

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
