import type { Role } from './parts/roles.ts';
import type { Protocol } from './protocol.ts';

/** 'independent chair', or 'host headteacher and reviewers' */
export function rolesInWords(
	protocol: Protocol,
	who: readonly Role[],
	number: 'one' | 'many' = 'one',
): string {
	return inSeries(who.map((role) => protocol.roles[role][number]));
}

/** What the partnership calls a kind of evidence; one that is not there (any more) by its key. */
export const kindLabel = ({ evidence }: Pick<Protocol, 'evidence'>, kind: string): string =>
	evidence.kinds.find(({ key }) => key === kind)?.label ?? kind;

/** Headteachers the team needs beside the host's own (CEN-2: three with the host are two beside it). */
export function headteachersNeeded({ team: { headteachers } }: Protocol): number {
	return headteachers.counted === 'with the host' ? Math.max(0, headteachers.least - 1) : headteachers.least;
}

/** 'a', 'a and b', 'a, b and c' */
export function inSeries(words: readonly string[], last: 'and' | 'or' = 'and'): string {
	return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
