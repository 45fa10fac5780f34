import { without } from '#platform/solver/alternative.ts';
import { optimise } from '#platform/solver/optimise.ts';
import { usualLimits, type Limits, type Problem, type Solved, type Told } from '#platform/solver/problem.ts';
import type { Loss } from '../answer.ts';
import { weightOf } from '../measures.ts';
import { measuresOf } from './explain.ts';
import type { Group, GroupingAnswer, GroupingInput, GroupingSchool } from './model.ts';
import { tablesOf } from './points.ts';
import { firstPrices, groupSearch, priceGroups } from './search.ts';

/** With more schools than this, the losses are told from what bounds them: reckoning each exactly would take as long as the plan. */
const mostForLosses = 26;

/**
 * The best groups by the measures, that keep every rule. A school for which the rules leave no group is left out, at a cost so high
 * that as few as can be are. Never throws for what is asked of it: no schools make no groups.
 */
export async function proposeGroups(
	input: GroupingInput,
	limits: Limits = limitsFor(input.schools.length),
	tell?: (told: Told) => void,
): Promise<GroupingAnswer> {
	const problem = problemOf(input);
	const solved = await optimise(problem, limits, tell);
	// Each school may be left out, so that some choice always keeps the rows.
	if (solved === null) throw new Error('A plan that leaves every school out was not found.');
	return answerOf(input, solved, limits);
}

/** With more schools than this, branching would take hours: the plan is the best found at the root, and its bound says how good. */
const mostForBranching = 120;

/** With few schools the pool holds every group there can be, so that what another plan is worth is known exactly. */
const limitsFor = (schools: number): Limits => ({
	...usualLimits,
	nodes: schools <= mostForBranching ? usualLimits.nodes : 1,
	margin: schools <= mostForLosses ? Infinity : 0,
});

function problemOf(input: GroupingInput): Problem {
	const tables = tablesOf(input);
	const search = groupSearch(tables, input.size);
	const alone = weightOf('unplaced', input.weights);
	return {
		rows: tables.schools.map(() => ({ least: 1, most: 1 })),
		columns: tables.schools.map((school, row) => ({
			key: `\n${school.id}`,
			value: alone,
			most: 1,
			whole: true,
			entries: [[row, 1] as const],
		})),
		price: (asked) => priceGroups(search, asked),
		guesses: firstPrices(search),
		partition: search.units.map(({ schools }) => schools[0]!),
	};
}

async function answerOf(input: GroupingInput, solved: Solved, { nodes }: Limits): Promise<GroupingAnswer> {
	const { schools } = tablesOf(input);
	const groups: Omit<Group, 'number'>[] = [];
	const unplaced: string[] = [];
	for (const { column } of solved.chosen) {
		const members = column.entries.map(([row]) => schools[row]!);
		if (column.key.startsWith('\n')) unplaced.push(members[0]!.id);
		else {
			groups.push({
				schools: members.map(({ id }) => id),
				points: column.value,
				measures: measuresOf(input, members),
				loss: await lossOf(solved, column.key, schools.length, nodes),
			});
		}
	}
	return {
		stage: 'groups',
		groups: numbered(input, groups, schools),
		unplaced: unplaced.sort(),
		value: solved.value,
		bound: solved.bound,
		proven: solved.value === solved.bound,
		work: solved.work,
	};
}

async function lossOf(solved: Solved, key: string, schools: number, nodes: number): Promise<Loss> {
	if (schools > mostForLosses) return { atLeast: 0, atMost: null };
	const { least, most } = await without(solved, key, nodes);
	return {
		atLeast: Math.max(0, solved.value - most),
		atMost: least === -Infinity ? null : solved.value - least,
	};
}

/** Groups fixed by hand keep their number; the others take what is free, by their first school. */
function numbered(
	input: GroupingInput,
	groups: Omit<Group, 'number'>[],
	schools: readonly GroupingSchool[],
): Group[] {
	const known = new Set(schools.map(({ id }) => id));
	// Of a school with two numbers, which is in no group, the highest: whatever order they come in.
	const fixed = new Map(
		input.numbered
			.filter(({ school }) => known.has(school))
			.toSorted((one, other) => one.group - other.group)
			.map(({ school, group }) => [school, group]),
	);
	const ofGroup = (members: readonly string[]) =>
		members.map((school) => fixed.get(school)).find((number) => number !== undefined);
	const taken = new Set(fixed.values());
	let next = 1;
	const free = () => {
		while (taken.has(next)) next += 1;
		return next++;
	};
	return groups
		.toSorted((one, other) => (one.schools[0]! < other.schools[0]! ? -1 : 1))
		.map((group) => ({ number: ofGroup(group.schools) ?? free(), ...group }))
		.sort((one, other) => one.number - other.number);
}
