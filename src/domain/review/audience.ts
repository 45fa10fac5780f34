import { things, type Audience, type Thing } from '#domain/protocol/parts/audience.ts';
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

/** What the host's head has opened to whom, thing by thing. */
export type Released = Partial<Record<Thing, readonly Audience[]>>;

/**
 * Who may read a thing: the protocol's floor, those who write it, and whom the host's head has opened it to as far as the
 * protocol's ceiling goes. A release beyond the ceiling counts for nothing, so a narrower protocol can never be widened by old releases.
 * That a review takes place (`cycle`: host, focus, day and where it stands) is known besides to whoever reads anything else of
 * it, or is to when it comes, and to whom the protocol asks something for it: nobody is shown a door and not the house.
 */
export function audience(thing: Thing, protocol: Protocol, released: Released = {}): Audience[] {
	const own = ofItself(thing, protocol, released);
	if (thing !== 'cycle') return own;
	const others = things.flatMap((other) => (other === 'cycle' ? [] : ofItself(other, protocol, released)));
	const hasChampion = protocol.team.champion !== 'never';
	return [...new Set([...own, ...others, ...asked(protocol)])].filter(
		(one) => one !== 'champion' || hasChampion,
	);
}

function ofItself(thing: Thing, protocol: Protocol, released: Released): Audience[] {
	const { floor, ceiling } = protocol.audience.things[thing];
	const opened = (released[thing] ?? []).filter((one) => ceiling.includes(one));
	return [...new Set([...floor, ...(writers[thing]?.(protocol) ?? []), ...opened])];
}

/** Of those who are asked for a stage, host and team write something anyway, and who runs the partnership is no circle. */
const asked = ({ stages }: Protocol): Audience[] => [
	...(stages.some(({ who }) => who.includes('partner')) ? (['partner'] as const) : []),
	...(stages.some(({ withHeads }) => withHeads) ? (['heads'] as const) : []),
];

/** The same as the keys that are stored on a row. */
export function audienceKeys(
	thing: Thing,
	protocol: Protocol,
	ids: AudienceIds,
	released: Released = {},
): string[] {
	return keysOfCircles(audience(thing, protocol, released), ids);
}

export const keysOfCircles = (circles: readonly Audience[], ids: AudienceIds): string[] =>
	circles.flatMap((one) => keysOf[one](ids));

/** To whom the host's head may still open a thing of itself: also to those who know of the review by another thing for now. */
export function mayBeOpenedTo(thing: Thing, protocol: Protocol, released: Released = {}): Audience[] {
	const already = ofItself(thing, protocol, released);
	return protocol.audience.things[thing].ceiling.filter((one) => !already.includes(one));
}
