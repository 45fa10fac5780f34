import type { z } from 'zod';
import { asPeopleSay } from '#domain/calendar/day.ts';
import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayOfferInReview, mayWish } from './access.ts';
import {
	changeInput,
	giveUpInput,
	offerInReviewInput,
	offerInThemeInput,
	tellMetInput,
	type Said,
} from './input.ts';
import * as store from './introduction-store.server.ts';
import { writeOfEnd, writeOfOffer } from './letters.server.ts';
import { mostWaiting, type Introduction } from './model.ts';
import { introductionById, introductionsOfMember } from './queries.server.ts';
import { matchesOf } from './wish/queries.server.ts';

/**
 * Keeps an offer made during a review: staff of the host and of another school are to meet (NFS-29). By whoever is bound on the team, or
 * the host's head, from its first day on. The heads of both schools are told by letter. The same form sent again is one.
 * @param origin where the link in the letter leads
 */
export const offerInReview = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		offerInReviewInput,
		input,
		() => true,
		async ({ review, input: { id, reviewId, otherId, gives, ...said }, personId }) => {
			if (!mayOfferInReview(review.roles, review.bound)) return denied;
			// Guests stand in no partnership, and introduce nobody.
			if (!(await standingIn(ctx, review.partnershipId))) return denied;
			const { firstDay, standstill } = review.facts;
			if (standstill || firstDay === null || firstDay > ctx.today)
				return invalid({ '': 'What is offered is kept from the first day of the review on.' });
			const { partnershipId, hostMemberId: thisId } = review;
			const of = { id, partnershipId, reviewId, themeId: null, since: firstDay };
			return offer(ctx, { of, ...{ thisId, otherId, gives, said, origin } }, personId);
		},
	);

/** The same between two schools that both wish to work on a theme, by a head of either (CEN-12). Refused unless both do today. */
export async function offerInTheme(ctx: Context, origin: string, input: unknown): Promise<Outcome> {
	const read = readInput(offerInThemeInput, input);
	if (!read.ok) return invalid(read.fields);
	const { id, partnershipId, memberId: thisId, themeId, otherId, gives, ...said } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing) return missing;
	if (!mayWish(standing, thisId)) return denied;
	const wished = await matchesOf(ctx, partnershipId, thisId);
	const match = wished.find((wish) => wish.themeId === themeId);
	if (!match?.others.some(({ memberId }) => memberId === otherId))
		return invalid({ otherId: 'Choose a school that works on it, too, and still wishes to be in touch.' });
	const of = { id, partnershipId, reviewId: null, themeId, since: ctx.today };
	return offer(ctx, { of, ...{ thisId, otherId, gives, said, origin } }, standing.personId);
}

interface Offer {
	of: Omit<store.Origin, 'givingId' | 'gainingId'>;
	thisId: string;
	otherId: string;
	gives: 'they' | 'we';
	said: Said;
	origin: string;
}

async function offer(ctx: Context, offered: Offer, by: string): Promise<Outcome> {
	const { of, thisId, otherId, gives, said, origin } = offered;
	const before = await introductionById(ctx, of.partnershipId, of.id);
	if (before) return sentAgain(asSaid(before), said, null);
	const present = await presentMembers(ctx, of.partnershipId);
	const own = present.find(({ id }) => id === thisId);
	const other = present.find(({ id }) => id === otherId);
	if (!own || !other || own === other) return invalid({ otherId: 'Choose the other school.' });
	if (said.due < ctx.today) return invalid({ due: 'That day is over. Choose one that is still to come.' });
	const waiting = (await introductionsOfMember(ctx, of.partnershipId, thisId)).filter(({ end }) => !end);
	if (waiting.length >= mostWaiting)
		return invalid({ '': `${mostWaiting} wait already. Say first what became of some of them.` });
	const [giving, gaining] = gives === 'we' ? [own, other] : [other, own];
	const between = { givingId: giving.id, gainingId: gaining.id };
	const made = await store.insertIntroduction(ctx, { ...of, ...between }, said, by);
	if (made === 'taken') return missing;
	if (made === 'made') await writeOfOffer(ctx, { giving, gaining, said }, by, origin);
	return done(null);
}

const asSaid = ({ way, about, givingStaff, gainingStaff, due }: Introduction): Said => ({
	...{ way, about, givingStaff, gainingStaff, due },
});

/** Puts right what is to be, while it waits. Where somebody else did meanwhile, what stands comes back. */
export const changeIntroduction = (ctx: Context, input: unknown): Promise<Outcome> =>
	onIntroduction(ctx, changeInput, input, async (of, { introductionId: id, version, ...rest }) => {
		const { partnershipId, ...said } = rest;
		if (said.due !== of.due && said.due < ctx.today)
			return invalid({ due: 'That day is over. Choose one that is still to come.' });
		if (await store.updateIntroduction(ctx, { partnershipId, id }, version, said)) return done(null);
		const standing = await introductionById(ctx, partnershipId, id);
		return standing?.end ? ended : sentAgain(standing && asSaid(standing), said, null);
	});

/** Tells that they have met, on which day and what came of it: by a head of either school, or whoever made it. */
export const tellMet = (ctx: Context, input: unknown): Promise<Outcome> =>
	onIntroduction(ctx, tellMetInput, input, async (of, { partnershipId, metOn, outcome }, by) => {
		if (metOn > ctx.today) return invalid({ metOn: 'That day is still to come.' });
		if (metOn < of.since) {
			const began = of.reviewId === null ? 'It was offered' : 'The review began';
			return invalid({ metOn: `${began} on ${asPeopleSay(of.since)}. Give a day from then on.` });
		}
		return end(ctx, { partnershipId, id: of.id }, { metOn, outcome }, by);
	});

/** Says that they won't meet, and why. */
export const giveUpIntroduction = (ctx: Context, input: unknown): Promise<Outcome> =>
	onIntroduction(ctx, giveUpInput, input, (of, { partnershipId, because }, by) =>
		end(ctx, { partnershipId, id: of.id }, { because }, by),
	);

/** Ends it once. The heads of both schools learn it by letter: it stands on their Home no more. */
async function end(
	ctx: Context,
	of: { partnershipId: string; id: string },
	said: Parameters<typeof store.endIntroduction>[2],
	by: string,
): Promise<Outcome> {
	const ends = await store.endIntroduction(ctx, of, said, by);
	const standing = await introductionById(ctx, of.partnershipId, of.id);
	if (!ends || !standing?.end) return sentAgain(standing?.end, said, null);
	await writeOfEnd(ctx, { ...standing, end: standing.end }, await presentMembers(ctx, of.partnershipId), by);
	return done(null);
}

const ended = invalid({ '': 'What became of it is known already: it stands below.' });

async function onIntroduction<S extends z.ZodType<{ partnershipId: string; introductionId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (of: Introduction, input: z.output<S>, by: string) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, introductionId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	const introduction = standing && (await introductionById(ctx, partnershipId, introductionId));
	return standing && introduction ? deed(introduction, read.value, standing.personId) : missing;
}
