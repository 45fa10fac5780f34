import { metresBetween } from '#domain/register/distance.ts';
import { inOrder } from '../answer.ts';
import type { Trait } from '../grouping/model.ts';
import { differing, kilometresBeyond, pairKey, sameAges } from '../grouping/points.ts';
import {
	teamRoles,
	type Colleague,
	type HostedSchool,
	type ReviewToStaff,
	type TeamingInput,
	type TeamRole,
} from './model.ts';

/** How somebody stands to a review, whatever their role. */
export interface Standing {
	review: ReviewToStaff;
	person: Colleague;
	/** Their school is one of those given. */
	known: boolean;
	traits: Trait[];
	competes: boolean;
	metres: number | null;
	kilometresBeyond: number;
	/** The host reviewed their school in the last cycle. */
	returns: boolean;
	again: boolean;
	/** By hand: not on this review. */
	barred: boolean;
	/** Roles on this review that they had agreed to. */
	agreed: TeamRole[];
	roles: TeamRole[];
}

/** Everybody who may have a role on a review by what binds each alone, with the roles; by review and person in order of ids. */
export function standings(input: TeamingInput): Standing[] {
	const standingOf = standingTo(input);
	const people = inOrder(input.people);
	return inOrder(input.reviews).flatMap((review) =>
		people.map((person) => standingOf(review, person)).filter(({ roles }) => roles.length > 0),
	);
}

/** How anybody stands to any review, with the roles they may have on it: of an input, whose schools are put in order once. */
export function standingTo(input: TeamingInput): (review: ReviewToStaff, person: Colleague) => Standing {
	const schools = new Map(inOrder(input.schools.map(asSchool)).map((school) => [school.id, school]));
	const except = new Set(input.competing.except.map(([one, other]) => pairKey(one, other)));
	const visited = new Set(input.lastCycle.map(({ host, by }) => `${host}\n${by}`));
	const agreed = Map.groupBy(input.agreed ?? [], ({ review, person }) => `${review}\n${person}`);
	const bars = Map.groupBy(input.bars, ({ person }) => person);
	return (review, person) => {
		const host = schools.get(review.host);
		const own = person.school === null ? undefined : schools.get(person.school);
		const metres = host && own ? metresBetween(host.place, own.place) : null;
		const close = metres !== null && metres < input.competing.within;
		const standing: Standing = {
			review,
			person,
			known: Boolean(own),
			traits: host && own ? differing(host, own) : [],
			competes: close && sameAges(host!, own!) && !except.has(pairKey(host!.id, own!.id)),
			metres,
			kilometresBeyond: kilometresBeyond(metres, input.near),
			returns: person.school !== null && visited.has(`${person.school}\n${review.host}`),
			again: review.lastTeam.includes(person.id),
			barred: bars.get(person.id)?.some((bar) => (bar.review ?? review.id) === review.id) ?? false,
			agreed: agreed.get(`${review.id}\n${person.id}`)?.map(({ role }) => role) ?? [],
			roles: [],
		};
		standing.roles = teamRoles.filter((role) => barriersTo(input, standing, role).length === 0);
		return standing;
	};
}

/** Distances and contrasts are reckoned alike for groups and for teams. */
const asSchool = (school: HostedSchool) => ({ ...school, needs: [], strengths: [], status: 0 });

/** What keeps somebody from a role on a review by what binds each alone. */
export const barriers = [
	'own school',
	'barred',
	'role never',
	'no such post',
	'not prepared',
	'from elsewhere',
	'no expert in the focus',
	'no day',
	'like the host',
	'competes',
	'return visit',
	'new to the school',
] as const;
export type Barrier = (typeof barriers)[number];

/** All that keeps somebody from a role; empty where they may have it. */
export function barriersTo(input: TeamingInput, standing: Standing, role: TeamRole): Barrier[] {
	const { review, person, traits, competes, returns, again, barred } = standing;
	const must = (rule: string) => bindingRule(input, rule) === 'must';
	const visits = role !== 'champion';
	const from = review.reviewersFrom;
	const held: Record<Barrier, boolean> = {
		'own school': person.school === review.host,
		barred,
		'role never': role !== 'reviewer' && input[role] === 'never',
		'no such post': role === 'reviewer' && !person.posts.some((post) => input.reviewers.includes(post)),
		'not prepared': role !== 'reviewer' && !person.trained.includes(role),
		'from elsewhere':
			role === 'reviewer' && from !== null && (person.school === null || !from.includes(person.school)),
		'no expert in the focus': role === 'expert' && !knowsOf(review, person),
		'no day':
			visits && review.possible.length > 0 && review.possible.every((day) => person.cannot.includes(day)),
		'like the host': visits && must('contrast with the host') && standing.known && traits.length === 0,
		competes: visits && must('not competing for pupils') && competes,
		'return visit': visits && must('no immediate return visit') && returns,
		'new to the school': visits && must('same team again') && review.lastTeam.length > 0 && !again,
	};
	return barriers.filter((barrier) => held[barrier]);
}

export const knowsOf = ({ themes }: ReviewToStaff, { strengths }: Colleague): boolean =>
	themes.length === 0 || themes.some((theme) => strengths.includes(theme));

/** How strongly the protocol holds to a rule; null where it does not name it. The stronger where it names it twice. */
export function bindingRule({ rules }: TeamingInput, rule: string): 'must' | 'prefer' | null {
	const weights = rules.filter((each) => each.rule === rule).map(({ weight }) => weight);
	return weights.includes('must') ? 'must' : (weights[0] ?? null);
}
