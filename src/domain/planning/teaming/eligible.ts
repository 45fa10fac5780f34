import { inOrder } from '../answer.ts';
import type { Trait } from '../grouping/model.ts';
import { differing, kilometresBeyond, metresBetween, pairKey, sameAges } from '../grouping/points.ts';
import type { Colleague, HostedSchool, ReviewToStaff, TeamingInput, TeamRole } from './model.ts';

/** How somebody stands to a review, whatever their role. */
export interface Standing {
	review: ReviewToStaff;
	person: Colleague;
	traits: Trait[];
	competes: boolean;
	metres: number | null;
	kilometresBeyond: number;
	/** The host reviewed their school in the last cycle. */
	returns: boolean;
	again: boolean;
	roles: TeamRole[];
}

/** Everybody who may have a role on a review by what binds each alone, with the roles; by review and person in order of ids. */
export function standings(input: TeamingInput): Standing[] {
	const schools = new Map(inOrder(input.schools.map(asSchool)).map((school) => [school.id, school]));
	const except = new Set(input.competing.except.map(([one, other]) => pairKey(one, other)));
	const visited = new Set(input.lastCycle.map(({ host, by }) => `${host}\n${by}`));
	const people = inOrder(input.people);
	return inOrder(input.reviews).flatMap((review) =>
		people.flatMap((person) => {
			const host = schools.get(review.host);
			const own = person.school === null ? undefined : schools.get(person.school);
			const metres = host && own ? metresBetween(host, own) : null;
			const close = metres !== null && metres < input.competing.within;
			const standing: Standing = {
				review,
				person,
				traits: host && own ? differing(host, own) : [],
				competes: close && sameAges(host!, own!) && !except.has(pairKey(host!.id, own!.id)),
				metres,
				kilometresBeyond: kilometresBeyond(metres, input.near),
				returns: person.school !== null && visited.has(`${person.school}\n${review.host}`),
				again: review.lastTeam.includes(person.id),
				roles: [],
			};
			standing.roles = rolesOf(input, standing, Boolean(own));
			return standing.roles.length > 0 ? [standing] : [];
		}),
	);
}

/** Distances and contrasts are reckoned alike for groups and for teams. */
const asSchool = (school: HostedSchool) => ({ ...school, needs: [], strengths: [], status: 0 });

function rolesOf(input: TeamingInput, standing: Standing, known: boolean): TeamRole[] {
	const { review, person } = standing;
	if (person.school === review.host) return [];
	const { bars } = input;
	if (bars.some((bar) => bar.person === person.id && (bar.review ?? review.id) === review.id)) return [];
	const roles: TeamRole[] = [];
	if (mayVisit(input, standing, known)) {
		const from = review.reviewersFrom;
		const near = from === null || (person.school !== null && from.includes(person.school));
		if (near && person.posts.some((post) => input.reviewers.includes(post))) roles.push('reviewer');
		if (input.facilitator !== 'never' && person.trained.includes('facilitator')) roles.push('facilitator');
		if (input.expert !== 'never' && person.trained.includes('expert') && knowsOf(review, person))
			roles.push('expert');
	}
	if (input.champion !== 'never' && person.trained.includes('champion')) roles.push('champion');
	return roles;
}

/** By the rules that bind those who review: a day on which they can, and what the protocol always holds to. */
function mayVisit(
	input: TeamingInput,
	{ review, person, traits, competes, returns, again }: Standing,
	known: boolean,
): boolean {
	if (review.possible.length > 0 && review.possible.every((day) => person.cannot.includes(day))) return false;
	const must = (rule: string) => bindingRule(input, rule) === 'must';
	if (must('contrast with the host') && known && traits.length === 0) return false;
	if (must('not competing for pupils') && competes) return false;
	if (must('no immediate return visit') && returns) return false;
	return !(must('same team again') && review.lastTeam.length > 0 && !again);
}

export const knowsOf = ({ themes }: ReviewToStaff, { strengths }: Colleague): boolean =>
	themes.length === 0 || themes.some((theme) => strengths.includes(theme));

/** How strongly the protocol holds to a rule; null where it does not name it. The stronger where it names it twice. */
export function bindingRule({ rules }: TeamingInput, rule: string): 'must' | 'prefer' | null {
	const weights = rules.filter((each) => each.rule === rule).map(({ weight }) => weight);
	return weights.includes('must') ? 'must' : (weights[0] ?? null);
}
