import type { FieldErrors } from '#platform/outcome.ts';
import type { GroupingInput, Pair } from '../grouping/model.ts';

/** What a chair knows of two schools beside what is reckoned (CSC-18): a wish binds, however near or like they are. */
export const pairWishes = ['together', 'apart', 'not competing'] as const;
export type PairWish = (typeof pairWishes)[number];

/** So many a form has room for. */
export const mostPairs = 4;

/** The names of the fields of one pair; both schools empty where there is none. */
export const pairFields = (at: number) => ({ wish: `wish-${at}`, one: `one-${at}`, other: `other-${at}` });

type Pairs = Pick<GroupingInput, 'together' | 'apart'> & { except: Pair[] };

/** The pairs of a form among these schools; or what is wrong, by the field. Pairs that contradict each other are told by the proposal. */
export function readPairs(
	form: Readonly<Record<string, unknown>>,
	schools: readonly { id: string }[],
): { pairs: Pairs } | { errors: FieldErrors } {
	const errors: FieldErrors = {};
	const pairs: Pairs = { together: [], apart: [], except: [] };
	const known = new Set(schools.map(({ id }) => id));
	for (let at = 1; at <= mostPairs; at += 1) {
		const fields = pairFields(at);
		const [one, other] = [form[fields.one] ?? '', form[fields.other] ?? ''] as [string, string];
		if (one === '' && other === '') continue;
		const wish = pairWishes.find((each) => each === form[fields.wish]);
		if (!known.has(one)) errors[fields.one] = 'Choose a school that takes part in that year.';
		if (!known.has(other)) errors[fields.other] = 'Choose a school that takes part in that year.';
		else if (one === other) errors[fields.other] = 'Choose another school than the first.';
		if (!wish) errors[fields.wish] = 'Choose what holds for the two.';
		if (wish === 'together') pairs.together.push([one, other]);
		if (wish === 'apart') pairs.apart.push([one, other]);
		if (wish === 'not competing') pairs.except.push([one, other]);
	}
	return Object.keys(errors).length > 0 ? { errors } : { pairs };
}
