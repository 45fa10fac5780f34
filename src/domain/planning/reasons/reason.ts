import type { Loss } from '../answer.ts';

/** One sentence of why a proposal is as it is: what speaks for it, what it costs, what the next best would lose. */
export interface Reason {
	is: 'for' | 'against' | 'next best';
	words: string;
}

/** Names by id, of schools, people or reviews; an id that has none is shown as it is. */
export type Names = ReadonlyMap<string, string>;

export const named = (names: Names, id: string): string => names.get(id) ?? id;

export const points = (count: number): string =>
	count === 1 ? '1 point' : `${count.toLocaleString('en-GB')} points`;

/** What would be lost without a choice, or nothing where that was not reckoned. */
export function nextBest({ atLeast, atMost }: Loss, what: string): Reason[] {
	const say = (words: string): Reason[] => [{ is: 'next best', words }];
	if (atMost === null)
		return atLeast === 0 ? [] : say(`${what} the whole plan would lose at least ${points(atLeast)}.`);
	if (atMost === 0) return say(`${what} there is a plan just as good.`);
	if (atLeast === atMost) return say(`${what} the whole plan would lose ${points(atLeast)}.`);
	if (atLeast === 0) return say(`${what} the whole plan would lose at most ${points(atMost)}.`);
	return say(`${what} the whole plan would lose between ${points(atLeast)} and ${points(atMost)}.`);
}
