import { audienceInWords, readersInWords, thingWords } from '#domain/protocol/audience-words.ts';
import { inSeries } from '#domain/protocol/model.ts';
import type { Context } from '#platform/context.ts';
import { maySeeSharing, mayShare } from './access.ts';
import { mayBeOpenedTo } from './audience.ts';
import { reviewers } from './facts.ts';
import { linkable, packable, releasable, type Linkable, type Releasable } from './input.ts';
import { openReview, type OpenReview } from './open.server.ts';
import { packNames, packWords, thingOf, thingsShown } from './packs.ts';
import { readersNow, readersWith } from './readers.ts';
import { hasThing, tooEarly } from './sharing.ts';
import { speakersOf } from './speaking/speaking-queries.server.ts';
import { linksOf, releasesOf, type LinkRow, type ReleaseRow } from './sharing-queries.server.ts';

/**
 * Who reads what of a review, thing by thing: in words, by whose decision, and to whom the host's head may still open it, each
 * with the sentence of who will then read it. Null for whoever is neither the host's head nor of the bound team.
 */
export async function sharingScreen(ctx: Context, reviewId: string) {
	const review = await openReview(ctx, reviewId);
	if (!review || !maySeeSharing(review.roles, review.bound)) return null;
	const shares = mayShare(review.roles);
	const releases = (await releasesOf(ctx, review)).map((row) => inWords(review, row));
	const there = releasable.filter((thing) => hasThing(thing, review.protocol));
	return {
		shares,
		things: there.map((thing) => ({
			thing,
			title: thingWords[thing],
			readers: readersInWords(review.protocol, thing, readersNow(thing, review)),
			early: shares ? tooEarly(thing, review) : null,
			releases: releases.filter((row) => row.thing === thing && row.takenBackAt === null),
			open: shares ? stillOpen(thing, review) : [],
		})),
		takenBack: releases.filter(({ takenBackAt }) => takenBackAt !== null),
		linkable: shares
			? linkable
					.filter((thing) => there.includes(thing) && showsByLink(thing, review))
					.map((value) => ({ value, label: thingWords[value] }))
			: [],
		packable: shares
			? packable
					.filter((one) => there.includes(thingOf[one]) && showsByLink(thingOf[one], review))
					.map((value) => ({ value, label: packWords[value] }))
			: [],
		speakers: shares ? await possibleSpeakers(ctx, review) : [],
		/** They were asked whether they may be named in packs. */
		asked: !shares && (await speakersOf(ctx, review)).length > 0,
		links: (await linksOf(ctx, review)).map((row) => linkState(review, row, ctx.today)),
	};
}

/** Who of the team is there to speak to the review, asked or not. */
async function possibleSpeakers(ctx: Context, { facts, ...review }: OpenReview) {
	const asked = await speakersOf(ctx, review);
	return reviewers(facts).map(({ personId, name }) => {
		const one = asked.find((speaker) => speaker.personId === personId);
		return {
			personId,
			name,
			asked: one !== undefined,
			agrees: one?.agrees ?? null,
			contact: one?.contact ?? '',
		};
	});
}

const inWords = ({ protocol }: OpenReview, row: ReleaseRow) => ({
	...row,
	title: thingWords[row.thing],
	whom: audienceInWords(protocol, row.audience),
});

function stillOpen(thing: Releasable, review: OpenReview) {
	if (tooEarly(thing, review)) return [];
	return mayBeOpenedTo(thing, review.protocol, review.sharing.released)
		.filter((one) => one !== 'link')
		.map((one) => ({
			value: one,
			label: audienceInWords(review.protocol, one),
			willRead: readersInWords(review.protocol, thing, readersWith(one, thing, review)),
		}));
}

const showsByLink = (thing: Linkable, review: OpenReview): boolean =>
	!tooEarly(thing, review) && review.protocol.audience.things[thing].ceiling.includes('link');

const linkState = (review: OpenReview, link: LinkRow, today: string) => ({
	...link,
	title:
		link.thing === 'pack'
			? `A pack: ${inSeries(link.contents.map((one) => packNames[one]))}`
			: thingWords[link.thing],
	opens:
		link.endedAt === null &&
		link.lastDay >= today &&
		thingsShown(link).some((thing) => showsByLink(thing, review)),
});
