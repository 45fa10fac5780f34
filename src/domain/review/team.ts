import { headteachersNeeded } from '#domain/protocol/model.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { hostAcceptedOn, type Facts } from './facts.ts';
import { cannotReview } from './posts.ts';
import type { ReviewRole, TeamRole } from './roles.ts';

/** What the rules need of a member of the team. */
interface OnTeam {
	personId: string;
	role: TeamRole;
	headteacher: boolean;
}

const reviews = ({ role }: { role: TeamRole }) => role !== 'champion';

/** Why the team is no longer joined; null while it is. Its evidence is not for people who come after the report. */
export function teamClosed({
	publication,
	closedOn,
}: Pick<Facts, 'publication' | 'closedOn'>): string | null {
	return publication || closedOn ? 'The report is out: the team stays as it was.' : null;
}

/**
 * Why people may not put themselves on the team; null where they may. Running the partnership opens no evidence (design:
 * roles), so a chair joins only while the host has yet to say yes to the team, and an administrator is added by others.
 */
function cannotAddThemselves(
	facts: Pick<Facts, 'acceptedBy'>,
	roles: ReadonlySet<ReviewRole>,
): string | null {
	if (!roles.has('chair'))
		return 'You cannot put yourself on the team, or in another role on it. Ask the chair.';
	return hostAcceptedOn(facts) === null
		? null
		: 'The host has said yes to the team it saw. Somebody else who leads the partnership can add you.';
}

/** Somebody as they stand to a review whose team they might join. */
export interface Candidate {
	personId: string;
	name: string;
	/** Where they hold a post. */
	schools: string[];
	/** What they are, of those from among whom the protocol takes its reviewers. */
	held: string[];
	atHost: boolean;
	/** They stood in the review's partnership and no longer do, and so reach none of its teams. */
	hasLeft: boolean;
}

/**
 * Why a person cannot join in a role, by the field that is wrong, or null where they can: the host's own head (the host is not
 * on its own team: there is one host) and its staff, who has left the partnership, who holds none of the posts that review, who
 * runs it and would add themselves, one more than there is room for. A facilitator and an expert may be anybody else.
 */
export function cannotJoin(
	{ facts, protocol, roles }: { facts: Facts; protocol: Protocol; roles: ReadonlySet<ReviewRole> },
	{ personId, name, held, atHost, hasLeft }: Candidate,
	role: TeamRole,
	addedBy: string,
): { personId: string } | { role: string } | null {
	const own = personId === addedBy ? cannotAddThemselves(facts, roles) : null;
	if (own) return { personId: own };
	if (facts.hostHeads.some((head) => head.personId === personId))
		return { personId: `${name} heads the school being reviewed, and takes part as its host.` };
	if (role !== 'champion' && atHost) return { personId: `${name} is at the school being reviewed.` };
	if (hasLeft) return { personId: `${name} has left the partnership.` };
	const postless = role === 'reviewer' ? cannotReview(protocol, held) : null;
	if (postless) return { personId: postless };
	const full = teamFull(protocol, facts.team, personId, role);
	return full ? { role: full } : null;
}

/** Why one more person in this role would be too many for the protocol, or null where there is room. */
export function teamFull(
	protocol: Protocol,
	team: readonly OnTeam[],
	personId: string,
	role: TeamRole,
): string | null {
	const others = team.filter((member) => member.personId !== personId);
	for (const need of ['facilitator', 'champion', 'expert'] as const) {
		if (role === need && protocol.team[need] === 'never')
			return `By your protocol a team has no ${protocol.roles[need].one.toLowerCase()}.`;
	}
	if (role === 'facilitator' && others.some((member) => member.role === 'facilitator')) {
		return `The team already has its ${protocol.roles.facilitator.one.toLowerCase()}.`;
	}
	const { most } = protocol.team.size;
	if (role !== 'champion' && others.filter(reviews).length >= most)
		return `By your protocol a team has at most ${most} people.`;
	return null;
}

/** What the team still lacks by the protocol, one sentence each; empty when it is complete. */
export function teamGaps(protocol: Protocol, team: readonly OnTeam[]): string[] {
	const gaps: string[] = [];
	const reviewing = team.filter(reviews).length;
	const { least } = protocol.team.size;
	if (reviewing < least) gaps.push(`The team has ${reviewing} of at least ${least} people.`);
	const heads = team.filter((member) => reviews(member) && member.headteacher).length;
	if (heads < headteachersNeeded(protocol)) {
		gaps.push(
			`The team has ${heads} of at least ${headteachersNeeded(protocol)} headteachers beside the host’s own.`,
		);
	}
	for (const need of ['facilitator', 'champion', 'expert'] as const) {
		if (protocol.team[need] === 'must' && !team.some(({ role }) => role === need)) {
			gaps.push(`The ${protocol.roles[need].one.toLowerCase()} is not named yet.`);
		}
	}
	return gaps;
}
