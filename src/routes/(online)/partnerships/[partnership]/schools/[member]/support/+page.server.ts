import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { memberById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { mayOffer, mayStateNeed } from '#domain/support/access.ts';
import { openThanks } from '#domain/support/deployment/queries.server.ts';
import { offerExpertise, stateNeed, withdrawExpertise } from '#domain/support/deeds.server.ts';
import { reviewsFoundIn, strengthsFound } from '#domain/support/found/queries.server.ts';
import { matches } from '#domain/support/model.ts';
import { expertiseOf, needsOfMember } from '#domain/support/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { partnership, member: memberId } = params;
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const member = standing && (await memberById(ctx, partnership, memberId));
		if (!standing || !member) return null;
		const offers = await expertiseOf(ctx, partnership, memberId);
		const themes = await themesOf(ctx, partnership);
		const states = mayStateNeed(standing, memberId);
		const needs = states ? await needsOfMember(ctx, partnership, memberId) : [];
		const offersFor = mayOffer(standing, memberId);
		const school = { partnershipId: partnership, memberId };
		const strengths = offersFor ? (await strengthsFound(ctx, school)).filter(({ offered }) => !offered) : [];
		const foundIn = await reviewsFoundIn(ctx, school);
		return {
			id: randomUUIDv7(),
			member: { id: member.id, name: member.name },
			offers: offers.map((offer) => ({ ...offer, foundIn: foundIn.get(offer.id) ?? null })),
			strengths,
			/** The one that the form begins with. */
			chosen: strengths.find(({ findingId }) => findingId === url.searchParams.get('from')) ?? null,
			thanks: await openThanks(ctx, partnership, memberId),
			mayOffer: offersFor,
			themes: themes.filter(({ retired }) => !retired).map(({ id: value, label }) => ({ value, label })),
			/** Null for whom it is not to read. */
			needs: states ? needs : null,
			names: Object.fromEntries(themes.map(({ id, label }) => [id, label])),
			helpers: needs[0] ? matches(needs[0], await expertiseOf(ctx, partnership)) : [],
		};
	});
	return found ?? notThere();
};

const ofThisSchool =
	(deed: (ctx: Context, input: unknown) => Promise<Outcome>) =>
	(event: RequestEvent<{ partnership: string; member: string } & Record<string, string>>) => {
		const { partnership, member } = event.params;
		return submit(event, deed, {
			input: (form) => ({ ...form, partnershipId: partnership, memberId: member }),
			success: () => `/partnerships/${partnership}/schools/${member}/support`,
		});
	};

export const actions: Actions = {
	offer: ofThisSchool(offerExpertise),
	withdraw: ofThisSchool(withdrawExpertise),
	need: ofThisSchool(stateNeed),
};
