import { checkGroups } from './check.fixture.ts';
import type { Group, GroupingAnswer, GroupingInput } from './model.ts';

/** The value of the best plan by trying every one: for the first school all groups it may be in, or none, and so on. */
export function bestByTrying(input: GroupingInput, never: readonly string[] = []): number {
	const worth = new Map<string, number | null>();
	const valued = (schools: string[]): number | null => {
		const key = schools.join();
		if (!worth.has(key)) worth.set(key, valueAlone(input, schools));
		return worth.get(key)!;
	};
	const best = (left: readonly string[]): number => {
		const [first, ...others] = left;
		if (first === undefined) return 0;
		let most = best(others) - 10_000;
		for (const more of subsets(others)) {
			const group = [first, ...more];
			if (group.join() === never.join()) continue;
			const points = valued(group);
			if (points !== null) most = Math.max(most, points + best(others.filter((id) => !more.includes(id))));
		}
		return most;
	};
	return best(input.schools.map(({ id }) => id).sort());
}

/** What the checker says a group is worth, or null where it breaks a rule, whatever the others are. */
function valueAlone(input: GroupingInput, schools: string[]): number | null {
	const { length } = schools;
	if (length < input.size.least || length > input.size.most) return null;
	const has = (id: string) => schools.includes(id);
	const known = new Set(input.schools.map(({ id }) => id));
	const numbers = new Set<number>();
	for (const { school, group } of input.numbered) if (has(school)) numbers.add(group);
	if (numbers.size > 1) return null;
	// Whoever else has its place in the same numbered group belongs to this one.
	for (const { school, group } of input.numbered) {
		if (numbers.has(group) && known.has(school) && !has(school)) return null;
	}
	for (const [a, b] of input.together) if (known.has(a) && known.has(b) && has(a) !== has(b)) return null;
	const group = {
		number: [...numbers][0] ?? 1,
		schools,
		points: 0,
		measures: [],
		loss: { atLeast: 0, atMost: 0 },
	} as Group;
	const others = input.schools.map(({ id }) => id).filter((id) => !has(id));
	const answer: GroupingAnswer = {
		stage: 'groups',
		groups: [group],
		unplaced: others,
		value: 0,
		bound: 0,
		proven: true,
		work: { rounds: 0, nodes: 0, columns: 0 },
	};
	const { broken, value } = checkGroups({ ...input, together: [] }, answer);
	const rules = broken.filter((words) => /competes|are together/.test(words));
	return rules.length > 0 ? null : value + 10_000 * others.length;
}

function subsets(list: readonly string[]): string[][] {
	const [first, ...rest] = list;
	if (first === undefined) return [[]];
	const without = subsets(rest);
	return [...without, ...without.map((subset) => [first, ...subset])];
}
