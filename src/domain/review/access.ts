import { knowsOfEveryReview } from '#domain/partnership/access.ts';
import { headedMembers, type Standing } from '#domain/partnership/model.ts';
import { ofKind } from '#domain/protocol/of-kind.ts';
import type { Stage } from '#domain/protocol/parts/stages.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import { audience } from './audience.ts';
import { isOnTeam, protocolRoles, type ReviewRole } from './roles.ts';

// Who may do what to a review (design: roles). Reading is decided by row-level security and audience keys.

type Roles = ReadonlySet<ReviewRole>;

const organises = (roles: Roles) => roles.has('chair') || roles.has('administrator');

/** Host and team plan together; those who run the partnership may fill the frame. */
export const mayPlan = (roles: Roles): boolean => roles.has('host head') || isOnTeam(roles);
export const mayChangeFrame = (roles: Roles): boolean => roles.has('host head') || organises(roles);
export const mayChangeTeam = (roles: Roles): boolean => organises(roles) || roles.has('facilitator');
/** Who of the host's staff goes with whom is for the host to say, and for whoever puts the team together (NFS-4). */
export const mayPair = (roles: Roles): boolean => roles.has('host head') || mayChangeTeam(roles);
export const mayAccept = (roles: Roles): boolean => roles.has('host head') || isOnTeam(roles);

/** The host's head or whoever leads the partnership may put a review off or call it off, with a reason. */
export const mayStandStill = (roles: Roles): boolean => roles.has('host head') || roles.has('chair');

/** The host tells its own people, and the bound team sees what they were told (NFS-7). */
export const mayBrief = (roles: Roles): boolean => roles.has('host head');
export const maySeeBriefing = (roles: Roles, bound: boolean): boolean =>
	mayBrief(roles) || (isOnTeam(roles) && bound);

/** Suggestions are the host's to ask for (CSC-15). */
export const mayAskForSuggestions = (roles: Roles): boolean => roles.has('host head');

/** Sharing is the host's (KSA-10); the bound team sees what the host has shared. */
export const mayShare = (roles: Roles): boolean => roles.has('host head');
export const maySeeSharing = (roles: Roles, bound: boolean): boolean =>
	mayShare(roles) || (isOnTeam(roles) && bound);

/** What only people can see done is said to be done by those the protocol asks for it, and by nobody else. */
export const mayTick = (roles: Roles, { who }: Pick<Stage, 'who'>): boolean =>
	protocolRoles(roles).some((role) => who.includes(role));

/**
 * Whether what somebody counts of their partnership's reviews is all there is: by every protocol that one of them may be held by
 * they know of it. To others a screen says that there may be more.
 */
export function seesWholeCycle(standing: Standing, protocols: readonly Protocol[]): boolean {
	if (knowsOfEveryReview(standing)) return true;
	return protocols
		.flatMap((protocol) => protocol.kinds.map(({ key }) => audience('cycle', ofKind(protocol, key))))
		.every(
			(known) =>
				known.includes('partnership') ||
				(known.includes('heads') && headedMembers(standing).length > 0) ||
				(known.includes('partner') && standing.responsibilities.includes('outside partner')),
		);
}
