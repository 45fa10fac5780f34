import type { Day } from '../day.ts';

/** A line of a text, its number counted from 1, and why it is in this list, in a sentence. */
export type Remark = { line: number; text: string; why: string };

/** One thing that a text says of a school year; both days belong to it. */
export type Said = {
	line: number;
	text: string;
	what: 'term' | 'term begins' | 'term ends' | 'half-term holiday' | 'inset';
	/** 'autumn'; null where only the days tell which term it is. */
	name: string | null;
	from: Day;
	to: Day;
};

/** A text as read: what it says, what was left out because it is known already, and what nobody understood. */
export type Reading = { said: Said[]; leftOut: Remark[]; notUnderstood: Remark[] };

export const emptyReading = (): Reading => ({ said: [], leftOut: [], notUnderstood: [] });
