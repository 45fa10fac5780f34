/** Commissioned from somebody else, or asked of the authority where the partnership has none of its own. */
export const outsideKinds = ['commissioned', 'authority asked'] as const;
export type OutsideKind = (typeof outsideKinds)[number];

export const outsideWords: Record<OutsideKind, string> = {
	commissioned: 'Commissioned',
	'authority asked': 'The authority is asked',
};

/** Support from outside the partnership, as one of the schools it is for reads it, or whoever leads. Days are 'YYYY-MM-DD'. */
export interface OutsideSupport {
	id: string;
	kind: OutsideKind;
	provider: string;
	words: string;
	/** Whole pounds; null where it costs nothing. */
	pounds: number | null;
	payer: string;
	/** From when it is commissioned, or when the authority was asked. */
	day: string;
	arrangedBy: string;
	/** What was answered, or what came of it; empty until somebody tells. */
	answer: string;
	/** Why it went no further; empty while it goes on. */
	endedBecause: string;
	version: number;
	/** The requests it is for, as far as the reader reads them. */
	requestIds: string[];
}
