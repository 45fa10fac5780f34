import { readersInWords } from '#domain/protocol/audience-words.ts';
import type { Audience, Thing } from '#domain/protocol/parts/audience.ts';
import { audience, keysOfCircles } from './audience.ts';
import type { OpenReview } from './open.server.ts';

type Review = Pick<OpenReview, 'id' | 'hostMemberId' | 'partnershipId' | 'protocol' | 'facts' | 'sharing'>;

/** Who reads a thing of this review now. Once it is closed, evidence is the team's no longer (design: roles). */
export const readersNow = (thing: Thing, { protocol, facts, sharing }: Review): Audience[] =>
	audience(thing, protocol, sharing.released).filter(
		(one) => !(thing === 'evidence' && one === 'team' && facts.closedOn !== null),
	);

/** Who would read it once the host's head had opened it to one circle more. */
export const readersWith = (one: Audience, thing: Thing, review: Review): Audience[] => {
	const released = { ...review.sharing.released };
	released[thing] = [...(released[thing] ?? []), one];
	return readersNow(thing, { ...review, sharing: { ...review.sharing, released } });
};

/** The keys a row of this review is stored with: those of its readers, and of the links by which it is shown to others. */
export function keysFor(thing: Thing, review: Review): string[] {
	const readers = readersNow(thing, review);
	const links = readers.includes('link') ? (review.sharing.links[thing] ?? []) : [];
	const ids = {
		reviewId: review.id,
		hostMemberId: review.hostMemberId,
		partnershipId: review.partnershipId,
		groupIds: review.facts.groupIds,
	};
	return [...keysOfCircles(readers, ids), ...links.map((id) => `link:${id}`)];
}

/** Who can see what somebody is about to write, as sentences. */
export interface Readers {
	now: string;
	/** Who will, once it is published; null for what is not a draft. */
	later: string | null;
}

/**
 * Says in words who reads a thing of this review, by the same rule as its rows' keys (NFS-12, CSC-16).
 *
 * @param becomes what the thing is part of once the report is published
 */
export const readers = (review: Review, thing: Thing, becomes?: Thing): Readers => ({
	now: readersInWords(review.protocol, thing, readersNow(thing, review)),
	later: becomes ? readersInWords(review.protocol, becomes, readersNow(becomes, review)) : null,
});
