import type { Protocol } from '#domain/protocol/schema.ts';
import { audience } from '#domain/review/audience.ts';
import { isOnTeam, type ReviewRole } from '#domain/review/roles.ts';
import type { Signer } from './signing.ts';

// Who may do what to findings and report (design: roles). All of them are bound by the confidentiality agreement besides.
// Reading is decided by audience keys.

type Roles = ReadonlySet<ReviewRole>;

/** The team sorts evidence into findings. */
export const maySortFindings = (roles: Roles): boolean => isOnTeam(roles);

/** Visitors write the report, or the host after what it was told; the protocol says which (NFS-10). */
export const mayWrite = (roles: Roles, { report }: Protocol): boolean =>
	report.writtenBy === 'host' ? roles.has('host head') : isOnTeam(roles);

/** The report grows before the team's eyes, and before the host's where the protocol opens the draft to them. */
export const mayReadDraft = (roles: Roles, protocol: Protocol): boolean =>
	isOnTeam(roles) || (roles.has('host head') && audience('draft', protocol).includes('host'));

export const maySign = (signers: readonly Signer[], personId: string): boolean =>
	signers.some((signer) => signer.personId === personId);

/** The facilitator keeps the process moving; a team without one does it among itself. */
export const mayRecordThatSomeoneCannotSign = (roles: Roles, team: readonly { role: string }[]): boolean =>
	roles.has('facilitator') || (isOnTeam(roles) && !team.some(({ role }) => role === 'facilitator'));

/** The host's head reads the edition to be signed and says whether its facts are right. */
export const mayCheckFacts = (roles: Roles): boolean => roles.has('host head');

export const mayRespond = (roles: Roles): boolean => roles.has('host head');
export const mayComment = (roles: Roles): boolean => isOnTeam(roles);
export const mayAddContext = (roles: Roles): boolean => roles.has('host head');

/** Whoever writes it brings it out, or the facilitator; the host's head may, once it is agreed. */
export const mayPublish = (roles: Roles): boolean => isOnTeam(roles) || roles.has('host head');
