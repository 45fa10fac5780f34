import { createHash } from 'node:crypto';
import { keyOf } from '../said.ts';
import type { Statement } from './statements.ts';

/** What is known of a figure already. */
export interface Held {
	value: number | null;
	pupils: number | null;
	few: boolean;
	statedAt: Date | null;
}

/** A figure that is there, and is not whoever brings the file in's to read. */
export const closed = 'closed';

/** What bringing statements in would do: figures that were not there, that are otherwise, and that say nothing new. */
export interface Comparison {
	added: Statement[];
	changed: (Statement & { was: Held | typeof closed })[];
	same: (Statement & { was: Held })[];
}

/**
 * Holds what a file states against what holds now, by `keyOf`. A file that does not say how many pupils changes no number of them. What
 * is closed to its reader counts as changed, the same or not, so that no file finds out.
 */
export function compare(
	statements: readonly Statement[],
	held: ReadonlyMap<string, Held | typeof closed>,
): Comparison {
	const comparison: Comparison = { added: [], changed: [], same: [] };
	for (const statement of statements) {
		const was = held.get(keyOf(statement));
		if (was === undefined) comparison.added.push(statement);
		else if (was === closed) comparison.changed.push({ ...statement, was });
		else {
			const sized = statement.pupils === null && !statement.few ? { pupils: was.pupils, few: was.few } : {};
			const now = { ...statement, ...sized, was };
			const isSame = was.value === now.value && was.pupils === now.pupils && was.few === now.few;
			(isSame ? comparison.same : comparison.changed).push(now);
		}
	}
	return comparison;
}

/** Stands for a comparison on a form: whoever confirms one that is no longer so is shown the new one first. */
export function stampOf({ added, changed, same }: Comparison): string {
	const digest = createHash('sha256').update(JSON.stringify([added, changed, same.map(keyOf)]));
	return digest.digest('hex').slice(0, 32);
}
