import { randomUUIDv7 } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import { mayWish } from '#domain/introduction/access.ts';
import {
	changeIntroduction,
	giveUpIntroduction,
	offerInTheme,
	tellMet,
} from '#domain/introduction/deeds.server.ts';
import { introductionsOfMember } from '#domain/introduction/queries.server.ts';
import { takeBackWish, wishContact } from '#domain/introduction/wish/deeds.server.ts';
import { matchesOf, mostWishes } from '#domain/introduction/wish/queries.server.ts';
import { memberById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { needsOfMember } from '#domain/support/queries.server.ts';
import type { Context } from '#platform/context.ts';
import type { Outcome } from '#platform/outcome.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../../../answer.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

/** For the heads of this school alone. */
export const load: PageServerLoad = async ({ locals, params: { partnership, member: memberId } }) => {
	const found = await locals.within(async (ctx) => {
		const standing = await standingIn(ctx, partnership);
		const member = standing && (await memberById(ctx, partnership, memberId));
		if (!standing || !member || !mayWish(standing, memberId)) return null;
		const wishes = await matchesOf(ctx, partnership, memberId);
		const [need] = await needsOfMember(ctx, partnership, memberId);
		const free = (await themesOf(ctx, partnership)).filter(
			({ id, retired }) => !retired && !wishes.some(({ themeId }) => themeId === id),
		);
		return {
			member: { id: member.id, name: member.name },
			wishes: wishes.map((wish) => ({ ...wish, newId: randomUUIDv7() })),
			// What the school says it needs comes first.
			themes: free
				.toSorted((one, other) => rank(need?.themeIds, one.id) - rank(need?.themeIds, other.id))
				.map(({ id, label }) => ({ value: id, label })),
			newId: wishes.length < mostWishes ? randomUUIDv7() : null,
			introductions: await introductionsOfMember(ctx, partnership, memberId),
			today: ctx.today,
		};
	});
	return found ?? notThere();
};

const rank = (needed: readonly string[] = [], id: string) => (needed.includes(id) ? needed.indexOf(id) : 3);

const ofThisSchool =
	(deed: (ctx: Context, input: unknown, origin: string) => Promise<Outcome>) =>
	async (event: RequestEvent<{ partnership: string; member: string } & Record<string, string>>) => {
		const { partnership: partnershipId, member: memberId } = event.params;
		const { origin } = (await server()).env;
		return submit(event, (ctx, input) => deed(ctx, input, origin), {
			input: (form) => ({ ...form, partnershipId, memberId }),
			success: () => `/partnerships/${partnershipId}/schools/${memberId}/in-touch`,
		});
	};

export const actions: Actions = {
	wish: ofThisSchool(wishContact),
	takeBack: ofThisSchool(takeBackWish),
	offer: ofThisSchool((ctx, input, origin) => offerInTheme(ctx, origin, input)),
	change: ofThisSchool(changeIntroduction),
	met: ofThisSchool(tellMet),
	giveUp: ofThisSchool(giveUpIntroduction),
};
