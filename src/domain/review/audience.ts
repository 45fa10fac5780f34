import type { Audience, Thing } from '#domain/protocol/parts/audience.ts';
import type { Protocol } from '#domain/protocol/schema.ts';

/** The ids an audience key is made of. */
export interface AudienceIds {
	reviewId: string;
	hostMemberId: string;
	partnershipId: string;
	/** The host's groups in the school year of the review. */
	groupIds: readonly string[];
}

const keysOf: Record<Audience, (ids: AudienceIds) => string[]> = {
	team: ({ reviewId }) => [`team:${reviewId}`],
	champion: ({ reviewId }) => [`champion:${reviewId}`],
	host: ({ reviewId }) => [`host:${reviewId}`],
	staff: ({ hostMemberId }) => [`staff:${hostMemberId}`],
	governors: ({ hostMemberId }) => [`governors:${hostMemberId}`],
	group: ({ groupIds }) => groupIds.map((id) => `group:${id}`),
	heads: ({ partnershipId }) => [`heads:${partnershipId}`],
	partnership: ({ partnershipId }) => [`partnership:${partnershipId}`],
	partner: ({ partnershipId }) => [`partner:${partnershipId}`],
	// A link opens one document by its own key, given when the link is made.
	link: () => [],
};

/** Nobody is shut out of what they write, wherever the protocol draws the circle. */
const writers: Partial<Record<Thing, (protocol: Protocol) => readonly Audience[]>> = {
	plan: () => ['team', 'host'],
	evidence: () => ['team'],
	draft: ({ report }) => (report.writtenBy === 'host' ? ['team', 'host'] : ['team']),
	workshop: () => ['host', 'champion'],
	actions: () => ['host'],
	'look-back': ({ followUp }) => followUp.lookBack.sides,
};

/**
 * Who may read a thing: the protocol's floor, those who write it, and whom the host's head has opened it to as far as the
 * protocol's ceiling goes. A release beyond the ceiling counts for nothing, so a narrower protocol can never be widened by old releases.
 */
export function audience(thing: Thing, protocol: Protocol, released: readonly Audience[] = []): Audience[] {
	const bounds = protocol.audience.things[thing];
	return [
		...new Set([
			...bounds.floor,
			...(writers[thing]?.(protocol) ?? []),
			...released.filter((one) => bounds.ceiling.includes(one)),
		]),
	];
}

/** The same as the keys that are stored on a row. */
export function audienceKeys(
	thing: Thing,
	protocol: Protocol,
	ids: AudienceIds,
	released: readonly Audience[] = [],
): string[] {
	return keysOfCircles(audience(thing, protocol, released), ids);
}

export const keysOfCircles = (circles: readonly Audience[], ids: AudienceIds): string[] =>
	circles.flatMap((one) => keysOf[one](ids));

/** To whom the host's head may still open a thing. */
export function mayBeOpenedTo(
	thing: Thing,
	protocol: Protocol,
	released: readonly Audience[] = [],
): Audience[] {
	const already = audience(thing, protocol, released);
	return protocol.audience.things[thing].ceiling.filter((one) => !already.includes(one));
}
