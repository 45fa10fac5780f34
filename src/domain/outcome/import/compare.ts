import { keyOf, type Statement } from './statements.ts';

/** What is known of a figure already. */
export interface Held {
	value: number | null;
	pupils: number | null;
}

/** What bringing statements in would do: figures that were not there, that are otherwise, and that say nothing new. */
export interface Comparison {
	added: Statement[];
	changed: (Statement & { was: Held })[];
	same: number;
}

/** Holds what a file states against what holds now, by `keyOf`. A file that does not say how many pupils changes no number of them. */
export function compare(statements: readonly Statement[], held: ReadonlyMap<string, Held>): Comparison {
	const comparison: Comparison = { added: [], changed: [], same: 0 };
	for (const statement of statements) {
		const was = held.get(keyOf(statement));
		if (!was) comparison.added.push(statement);
		else if (was.value === statement.value && (statement.pupils ?? was.pupils) === was.pupils)
			comparison.same += 1;
		else comparison.changed.push({ ...statement, pupils: statement.pupils ?? was.pupils, was });
	}
	return comparison;
}

/** Stands for a comparison on a form: whoever confirms one that is no longer so is shown the new one first. */
export const stampOf = ({ added, changed, same }: Comparison): string =>
	[added.length, changed.length, same].join('-');
