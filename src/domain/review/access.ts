import type { Protocol } from '#domain/protocol/schema.ts';
import { isReader } from './audience.ts';
import { isOnTeam, type ReviewRole } from './roles.ts';

// Who may do what to a review (design: roles). Reading is decided by row-level security and audience keys.

type Roles = ReadonlySet<ReviewRole>;

const organises = (roles: Roles) => roles.has('chair') || roles.has('administrator');

/** Host and team plan together; those who run the partnership may fill the frame. */
export const mayPlan = (roles: Roles): boolean => roles.has('host head') || isOnTeam(roles);
export const mayChangeFrame = (roles: Roles): boolean => roles.has('host head') || organises(roles);
export const mayChangeTeam = (roles: Roles): boolean => organises(roles) || roles.has('facilitator');
export const mayAccept = (roles: Roles): boolean => roles.has('host head') || isOnTeam(roles);

/** The host's head or whoever leads the partnership may put a review off or call it off, with a reason. */
export const mayStandStill = (roles: Roles): boolean => roles.has('host head') || roles.has('chair');

/** The plan is for those who make it, for whoever leads the partnership, and for the protocol's readers of it; others see that the review exists. */
export const maySeePreparation = (roles: Roles, protocol: Protocol): boolean =>
	mayPlan(roles) || roles.has('chair') || isReader('plan', protocol, roles);
