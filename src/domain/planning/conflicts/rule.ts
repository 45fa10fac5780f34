import { nothingWeighed } from '../measures.ts';
import type { Weights } from '../answer.ts';
import { colliding } from './quick-explain.ts';

/** A rule that binds, by name, and the same input without it. */
export interface Binding<Input> {
	key: string;
	/** For a chair. */
	words: string;
	without: (input: Input) => Input;
}

/** Rules of which no plan keeps all, though it can keep all but any one; with what dropping each alone would free. */
export interface Conflict {
	/** Empty where no rule is to blame: there is no plan without them either. */
	rules: {
		key: string;
		words: string;
		/** How many would still be left without a group, a team or a day, and what the plan would be worth. */
		left: number;
		value: number;
	}[];
	/** How many are left without by the plan that keeps all rules. */
	left: number;
}

/** What a stage's plan comes to. */
export interface Outcome {
	left: number;
	value: number;
}

/** Why a plan leaves somebody without, or null where it leaves nobody. Each question is a plan of its own, reckoned by `propose`. */
export async function conflictIn<Input extends { weights: Weights }>(
	input: Input,
	rules: readonly Binding<Input>[],
	propose: (input: Input) => Promise<Outcome>,
): Promise<Conflict | null> {
	const { left } = await propose(input);
	if (left === 0) return null;
	// Whether there is a plan does not depend on what it is worth, and is found sooner where nothing is.
	const plain = { ...input, weights: nothingWeighed };
	const holds = async (kept: readonly Binding<Input>[]) => {
		const dropped = rules.filter((rule) => !kept.includes(rule));
		return (await propose(dropped.reduce((less, rule) => rule.without(less), plain))).left === 0;
	};
	const found = (await colliding(rules, holds)) ?? [];
	const told: Conflict['rules'] = [];
	for (const { key, words, without } of found) told.push({ key, words, ...(await propose(without(input))) });
	return { rules: told, left };
}
