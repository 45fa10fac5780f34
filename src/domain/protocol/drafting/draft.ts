/** How far a draft has come: its author writes; others talk it over or approve it; it is sent back; it is over. */
export type DraftState = 'being written' | 'put forward' | 'sent back' | 'over';

export const decisions = ['published', 'returned', 'taken back', 'dropped'] as const;
export type Decision = (typeof decisions)[number];

export interface Submission {
	number: number;
	reason: string;
	by: string;
	byId: string;
	at: Date;
}

export interface Decided {
	id: string;
	/** The number of the submission it answers. */
	answers: number | null;
	decision: Decision;
	reason: string;
	by: string;
	at: Date;
}

/** A change of the partnership's protocol, or of what holds for one group, before it is published. */
export interface Draft {
	partnershipId: string;
	id: string;
	/** The group whose adaptation it is; null where it is for the whole partnership. */
	group: { id: string; name: string; leadId: string | null } | null;
	baseVersionId: string | null;
	/** As its author left it: not yet checked. */
	document: Record<string, unknown>;
	openedBy: string;
	savedBy: string;
	savedAt: Date;
	over: boolean;
	/** The latest of each; null where there was none. */
	submission: Submission | null;
	decided: Decided | null;
}

export type DraftHead = Omit<Draft, 'document'>;

/** Whether a newer version of the partnership's came out since the draft was begun, or last taken along. */
export const isOvertaken = (
	{ baseVersionId }: Pick<Draft, 'baseVersionId'>,
	inForce: { id: string } | null,
): boolean => (inForce?.id ?? null) !== baseVersionId;

/** The latest of what was done with it tells. */
export function draftState({ over, submission, decided }: DraftHead): DraftState {
	if (over) return 'over';
	if (submission === null) return 'being written';
	if (decided?.answers !== submission.number) return 'put forward';
	return decided.decision === 'returned' ? 'sent back' : 'being written';
}
