/**
 * An irreducible set of rules that collide: without any one of them the others can be kept. Null where all can be; empty where it is
 * no rule's doing. `holds` says whether a plan keeps these rules, and must not turn from yes to no where a rule is dropped. Of several
 * such sets it is one that holds early rules rather than late ones. (QuickXplain, Junker 2004: few questions where few collide.)
 */
export async function colliding<Rule>(
	rules: readonly Rule[],
	holds: (kept: readonly Rule[]) => Promise<boolean>,
): Promise<Rule[] | null> {
	if (await holds(rules)) return null;
	if (!(await holds([]))) return [];
	return among([], false, rules, holds);
}

async function among<Rule>(
	kept: readonly Rule[],
	justAdded: boolean,
	rules: readonly Rule[],
	holds: (kept: readonly Rule[]) => Promise<boolean>,
): Promise<Rule[]> {
	if (justAdded && !(await holds(kept))) return [];
	if (rules.length === 1) return [...rules];
	const half = Math.floor(rules.length / 2);
	const [early, late] = [rules.slice(0, half), rules.slice(half)];
	const fromLate = await among([...kept, ...early], early.length > 0, late, holds);
	const fromEarly = await among([...kept, ...fromLate], fromLate.length > 0, early, holds);
	return [...fromEarly, ...fromLate];
}
