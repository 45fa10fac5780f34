import { choose } from '#platform/solver/highs.ts';
import { measures, nothingWeighed } from '../measures.ts';
import { read } from '../teaming/keys.ts';
import type { DatingAnswer } from '../dating/model.ts';
import type { TeamingAnswer, TeamRole } from '../teaming/model.ts';
import { clashesIn, forbid, type Clash, type Plan } from './clashes.ts';
import { changeColumns, gapColumns, jointProgramme, type Joint, type Term } from './joint.ts';
import type { Agreed, YearInput } from './model.ts';

/** How little of what was agreed has to change. */
export interface Fewest {
	/** The best plan that changes so few; null where none was found within the limits. */
	plan: Plan | null;
	/** What it leaves without, in points that no chair may change. */
	gap: number;
	/** No plan that leaves no more without changes fewer. Proven. */
	fewest: number;
}

/** More rounds than this are not tried: each adds the rows that the choice before it broke. */
const mostRounds = 40;

const gapWeights = {
	unstaffed: measures.unstaffed.weight,
	undated: measures.undated.weight,
	open: measures['role open'].weight,
};

/** What an answer leaves without, in points that no chair may change. */
export const gapOf = ({ teams, unstaffed }: TeamingAnswer, { undated }: DatingAnswer): number =>
	unstaffed.length * gapWeights.unstaffed +
	undated.length * gapWeights.undated +
	teams.reduce((sum, { open }) => sum + open.length, 0) * gapWeights.open;

/**
 * The fewest reviews that any plan must change of those that leave as little without as can be; and, of the plans that change so few,
 * the one that is worth most. What people could come to only if need be is not weighed here: whose days these are is not known yet.
 */
export async function fewestChanges(
	input: Pick<YearInput, 'teams' | 'days'>,
	agreed: readonly Agreed[],
	nodes: number,
): Promise<Fewest> {
	const known: Clash[] = [];
	const plain = {
		teams: { ...input.teams, weights: nothingWeighed },
		days: { ...input.days, weights: nothingWeighed },
	};
	// A change weighs one, and there are fewer reviews than what is least of the gaps weighs.
	const first = await withoutClashes(
		() => {
			const joint = jointProgramme(plain);
			changeColumns(joint, plain.teams, agreed, -1);
			return joint;
		},
		known,
		nodes,
	);
	if (first.plan === null) return { plan: null, gap: Infinity, fewest: 0 };
	const { gap, changes } = first.plan;
	const fewest = Math.min(changes, Math.max(0, -first.bound - gap));
	const best = await withoutClashes(
		() => {
			const joint = jointProgramme(input);
			const changed = changeColumns(joint, input.teams, agreed, 0);
			joint.builder.row(changed, { most: changes });
			joint.builder.row(gapColumns(joint, gapWeights), { most: gap });
			return joint;
		},
		known,
		nodes,
	);
	return { plan: best.plan ?? first.plan, gap, fewest };
}

interface Found extends Plan {
	gap: number;
	changes: number;
}

/** The best choice in which nobody is in two places or gives too much, and a bound that holds for all such choices. */
async function withoutClashes(
	make: () => Joint,
	known: Clash[],
	nodes: number,
): Promise<{ plan: Found | null; bound: number }> {
	const joint = make();
	for (const clash of known) forbid(joint, clash);
	let bound = Infinity;
	for (let round = 0; round < mostRounds; round += 1) {
		const columns = joint.builder.columns;
		const choice = await choose(joint.builder.rows, columns, nodes);
		if (choice === null) break;
		bound = Math.min(bound, choice.bound);
		const taken = columns.filter((_, at) => choice.times[at]! > 0).map(({ key }) => key);
		const plan = planOf(taken, gapColumns(joint, gapWeights));
		const clashes = clashesIn(joint, plan);
		if (clashes.length === 0) return { plan, bound };
		for (const clash of clashes) forbid(joint, clash);
		known.push(...clashes);
	}
	return { plan: null, bound };
}

function planOf(taken: readonly string[], gaps: readonly Term[]): Found {
	const weighs = new Map(gaps);
	const team = new Map<string, { person: string; role: TeamRole }[]>();
	const days: Plan['days'] = [];
	let changes = 0;
	for (const key of taken) {
		const [kind, review, of, role] = read(key);
		if (kind === 'takes') {
			team.set(review!, [...(team.get(review!) ?? []), { person: of!, role: role as TeamRole }]);
		} else if (kind === 'begins') days.push({ review: review!, day: of! });
		else if (kind === 'changes') changes += 1;
	}
	return {
		teams: [...team].map(([review, people]) => ({ review, people })),
		days,
		gap: taken.reduce((sum, key) => sum + (weighs.get(key) ?? 0), 0),
		changes,
	};
}
