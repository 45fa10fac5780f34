import type { OpenReview } from '#domain/review/open.server.ts';

/** As what somebody speaks: a head as what they are at the school (NFS-30), one of the team as what the protocol calls them. */
export function authorRole(
	{ facts, protocol }: Pick<OpenReview, 'facts' | 'protocol'>,
	personId: string,
	side: 'host' | 'team',
): string {
	if (side === 'host')
		return facts.hostHeads.find((head) => head.personId === personId)?.role ?? protocol.roles.host.one;
	const role = facts.team.find((member) => member.personId === personId)?.role;
	return role ? protocol.roles[role].one : '';
}
