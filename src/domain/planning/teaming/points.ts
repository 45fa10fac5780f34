import { weightOf } from '../measures.ts';
import { bindingRule, type Standing } from './eligible.ts';
import type { TeamingInput, TeamRole } from './model.ts';

/** Weighs what the protocol prefers; what it always holds to or does not name weighs nothing. */
export interface TeamWeights {
	expertise: number;
	inexperience: number;
	contrast: number;
	competes: number;
	journey: number;
	returns: number;
	again: number;
	kept: number;
	load: number;
	over: number;
	open: number;
	unstaffed: number;
}

export function teamWeights(input: TeamingInput): TeamWeights {
	const of = (key: Parameters<typeof weightOf>[0]) => weightOf(key, input.weights);
	const preferred = (rule: string, key: Parameters<typeof weightOf>[0]) =>
		bindingRule(input, rule) === 'prefer' ? of(key) : 0;
	return {
		expertise: preferred('expertise in the focus', 'expertise'),
		inexperience: preferred('new with experienced', 'without experience'),
		contrast: preferred('contrast with the host', 'contrast with the host'),
		competes: preferred('not competing for pupils', 'competes with the host'),
		returns: preferred('no immediate return visit', 'return visit'),
		again: preferred('same team again', 'same team again'),
		over: preferred('release limit', 'over the limit'),
		kept: of('kept on the team'),
		journey: of('journey to the host'),
		load: of('load'),
		open: of('role open'),
		unstaffed: of('unstaffed'),
	};
}

/** Points that somebody brings to a review by themselves. A champion leads what follows, and is not chosen for how they see. */
export function ownPoints(weights: TeamWeights, standing: Standing, role: TeamRole): number {
	const whateverRole =
		weights.journey * standing.kilometresBeyond + weights.kept * Number(standing.agreed.includes(role));
	if (role === 'champion') return whateverRole;
	return (
		whateverRole +
		weights.contrast * standing.traits.length +
		weights.competes * Number(standing.competes) +
		weights.returns * Number(standing.returns) +
		weights.again * Number(standing.again)
	);
}

/** Whole days that a role takes of somebody. */
export const daysOf = (input: TeamingInput, days: number, role: TeamRole): number =>
	Math.max(0, Math.round(role === 'champion' ? input.championDays : days));
