import { inSeries } from '#domain/protocol/model.ts';
import type { Role } from '#domain/protocol/parts/roles.ts';
import type { Protocol } from '#domain/protocol/schema.ts';
import type { OpenReview } from '#domain/review/open.server.ts';

/** Whoever runs it by the protocol, besides the host's head and the champion, who always do. */
function runners({ workshop: { runBy } }: Protocol): Role[] {
	return [...new Set<Role>(['host', 'champion', runBy])];
}

const ofPartnership: readonly Role[] = ['chair', 'administrator', 'partner'];

/** The keys of a workshop's rooms and steps: those of exactly the people who run it (`mayRecordWorkshop`), whoever prepared them. */
export const runnersKeys = ({
	id,
	partnershipId,
	protocol,
}: Pick<OpenReview, 'id' | 'partnershipId' | 'protocol'>): string[] =>
	runners(protocol).map((role) => `${role}:${ofPartnership.includes(role) ? partnershipId : id}`);

/** 'the headteacher, the champion and the chair', in this partnership's own words. */
export const runnersInWords = (protocol: Protocol): string =>
	inSeries(runners(protocol).map((role) => `the ${protocol.roles[role].one}`));
