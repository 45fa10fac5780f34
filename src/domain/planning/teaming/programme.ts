import { Builder } from '#platform/solver/builder.ts';
import { inOrder } from '../answer.ts';
import { bindingRule, standings, type Standing } from './eligible.ts';
import { open, returning, taking, unstaffed } from './keys.ts';
import { loadRows } from './load-rows.ts';
import type { ReviewToStaff, TeamingInput, TeamRole } from './model.ts';
import { ownPoints, teamWeights, type TeamWeights } from './points.ts';

type Term = readonly [key: string, times: number];

/** Who takes which role on which review, as a programme: a column for each that may, and rows for what binds them together. */
export function teamingProgramme(input: TeamingInput, builder = new Builder()): Builder {
	const weights = teamWeights(input);
	const all = standings(input);
	for (const standing of all) {
		const { review, person, roles } = standing;
		for (const role of roles) {
			builder.column(taking(review.id, person.id, role), ownPoints(weights, standing, role));
		}
		if (roles.length > 1) builder.row(inRoles(standing, roles), { most: 1 });
	}
	for (const review of inOrder(input.reviews)) {
		reviewRows(
			builder,
			input,
			weights,
			review,
			all.filter((each) => each.review === review),
		);
	}
	loadRows(builder, input, weights, all);
	returnRows(builder, input, weights, all);
	return builder;
}

const inRoles = ({ review, person }: Standing, roles: readonly TeamRole[], times = 1): Term[] =>
	roles.map((role) => [taking(review.id, person.id, role), times] as const);

const visiting = (standing: Standing): TeamRole[] => standing.roles.filter((role) => role !== 'champion');

function reviewRows(
	builder: Builder,
	input: TeamingInput,
	weights: TeamWeights,
	review: ReviewToStaff,
	candidates: readonly Standing[],
): void {
	const none = builder.column(unstaffed(review.id), weights.unstaffed);
	const team = candidates.flatMap((each) => inRoles(each, visiting(each)));
	const inRole = (role: TeamRole): Term[] =>
		candidates.filter(({ roles }) => roles.includes(role)).flatMap((each) => inRoles(each, [role]));
	const heads = candidates
		.filter(({ person }) => person.head)
		.flatMap((each) => inRoles(each, visiting(each)));

	builder.row([...team, [none, input.size.least]], { least: input.size.least });
	builder.row([...team, [none, input.size.most]], { most: input.size.most });
	builder.row([...inRole('reviewer'), [none, 1]], { least: 1 });
	if (input.heads > 0) builder.row([...heads, [none, input.heads]], { least: input.heads });
	for (const role of ['facilitator', 'expert', 'champion'] as const) {
		const holders = inRole(role);
		const lack =
			input[role] === 'must' ? [[builder.column(open(review.id, role), weights.open), 1] as const] : [];
		if (lack.length > 0) builder.row([...holders, ...lack, [none, 1]], { least: 1, most: 1 });
		else if (holders.length > 0) builder.row([...holders, [none, 1]], { most: 1 });
	}
	for (const pin of input.pins) {
		if (pin.review !== review.id) continue;
		const pinned = candidates.filter(
			({ person, roles }) => person.id === pin.person && roles.includes(pin.role),
		);
		builder.row([...pinned.flatMap((each) => inRoles(each, [pin.role])), [none, 1]], { least: 1 });
	}
	expertiseRows(builder, input, weights, review, candidates);
	experienceRows(builder, input, weights, review, candidates);
	dayRows(builder, review, candidates);
}

function expertiseRows(
	builder: Builder,
	input: TeamingInput,
	weights: TeamWeights,
	review: ReviewToStaff,
	candidates: readonly Standing[],
): void {
	const strong = (theme: string) =>
		candidates
			.filter(({ person }) => person.strengths.includes(theme))
			.flatMap((each) => inRoles(each, visiting(each)));
	const themes = [...new Set(review.themes)].sort();
	if (bindingRule(input, 'expertise in the focus') === 'must' && themes.length > 0) {
		builder.row([...themes.flatMap(strong), [unstaffed(review.id), 1]], { least: 1 });
	}
	if (weights.expertise === 0) return;
	for (const theme of themes) {
		const met = builder.column(JSON.stringify(['expertise', review.id, theme]), weights.expertise);
		builder.row([...strong(theme), [met, -1]], { least: 0 });
	}
}

function experienceRows(
	builder: Builder,
	input: TeamingInput,
	weights: TeamWeights,
	review: ReviewToStaff,
	candidates: readonly Standing[],
): void {
	const rule = bindingRule(input, 'new with experienced');
	if (rule === null) return;
	const visits = candidates
		.map((each) => ({ each, roles: visiting(each) }))
		.filter(({ roles }) => roles.length > 0);
	const experienced = visits
		.filter(({ each }) => each.person.experience === 'experienced')
		.flatMap(({ each, roles }) => inRoles(each, roles, -1));
	const lack: Term[] = [];
	if (rule === 'prefer') {
		lack.push([builder.column(JSON.stringify(['inexperience', review.id]), weights.inexperience), -1]);
	}
	for (const { each, roles } of visits) {
		if (each.person.experience === 'new') {
			builder.row([...inRoles(each, roles), ...experienced, ...lack], { most: 0 });
		}
	}
}

/** There is a day on which all can who review: one kind of day is chosen, and whoever cannot on such days stays away. */
function dayRows(builder: Builder, review: ReviewToStaff, candidates: readonly Standing[]): void {
	const days = [...new Set(review.possible)].sort();
	const some = candidates.filter(({ person }) => days.some((day) => person.cannot.includes(day)));
	if (some.length === 0) return;
	const kinds = new Map<string, Set<string>>();
	for (const day of days) {
		const away = some.filter(({ person }) => person.cannot.includes(day)).map(({ person }) => person.id);
		kinds.set(away.join('\n'), new Set(away));
	}
	const column = (kind: string) => builder.column(JSON.stringify(['day', review.id, kind]), 0);
	builder.row(
		[...kinds.keys()].map((kind) => [column(kind), 1] as const),
		{ most: 1 },
	);
	for (const each of some) {
		const roles = visiting(each);
		if (roles.length === 0) continue;
		const able = [...kinds].filter(([, away]) => !away.has(each.person.id));
		builder.row([...inRoles(each, roles), ...able.map(([kind]) => [column(kind), -1] as const)], { most: 0 });
	}
}

/** Two schools whose people review each other in this cycle. */
function returnRows(
	builder: Builder,
	input: TeamingInput,
	weights: TeamWeights,
	all: readonly Standing[],
): void {
	const rule = bindingRule(input, 'no immediate return visit');
	if (rule === null) return;
	const visits = new Map<string, Standing[]>();
	for (const each of all) {
		if (each.person.school === null || visiting(each).length === 0) continue;
		const key = JSON.stringify([each.person.school, each.review.host]);
		visits.set(key, [...(visits.get(key) ?? []), each]);
	}
	for (const [key, there] of visits) {
		const [one, other] = JSON.parse(key) as [string, string];
		const back = visits.get(JSON.stringify([other, one]));
		if (!back || one >= other) continue;
		const ways = [there, back].map((way, at) => {
			const goes = builder.column(JSON.stringify(['goes', one, other, at]), 0);
			for (const each of way) builder.row([...inRoles(each, visiting(each)), [goes, -1]], { most: 0 });
			return [goes, 1] as const;
		});
		const both =
			rule === 'prefer' ? [[builder.column(returning(one, other), weights.returns), -1] as const] : [];
		builder.row([...ways, ...both], { most: 1 });
	}
}
