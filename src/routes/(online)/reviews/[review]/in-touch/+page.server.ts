import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { mayOfferInReview } from '#domain/introduction/access.ts';
import {
	changeIntroduction,
	giveUpIntroduction,
	offerInReview,
	tellMet,
} from '#domain/introduction/deeds.server.ts';
import { introductionsOfReview } from '#domain/introduction/queries.server.ts';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { server } from '#platform/server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

/** For those who may keep an offer: each finds what they may read: their own, and those of schools they head. */
export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review || !mayOfferInReview(review.roles, review.bound)) notThere();
		const { partnershipId, hostMemberId, facts } = review;
		const begun = facts.firstDay !== null && facts.firstDay <= ctx.today && facts.standstill === null;
		// A guest stands in no partnership and introduces nobody.
		const standing = await standingIn(ctx, partnershipId);
		const others = standing && begun ? await presentMembers(ctx, partnershipId) : [];
		return {
			readers: {
				now: 'The heads of the two schools read it, and whoever offers it while they are on the team; nobody else does.',
				later: null,
			},
			begun,
			introductions: await introductionsOfReview(ctx, partnershipId, review.id),
			others: others.flatMap(({ id, name }) => (id === hostMemberId ? [] : [{ value: id, label: name }])),
			id: standing && begun ? randomUUIDv7() : null,
			today: ctx.today,
		};
	});

const withOrigin = async (event: RequestEvent<{ review: string }>) => {
	const { origin } = (await server()).env;
	return onThisReview((ctx, input) => offerInReview(ctx, origin, input), '/in-touch')(event);
};

export const actions: Actions = {
	offer: withOrigin,
	change: onThisReview(changeIntroduction, '/in-touch'),
	met: onThisReview(tellMet, '/in-touch'),
	giveUp: onThisReview(giveUpIntroduction, '/in-touch'),
};
