import type { z } from 'zod';
import type { Standing } from '#domain/partnership/model.ts';
import { memberById } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayOffer, mayStateNeed } from './access.ts';
import { strengthsFound } from './found/queries.server.ts';
import { offerInput, stateNeedInput, withdrawOfferInput } from './input.ts';
import { expertiseOf, needsOfMember } from './queries.server.ts';
import * as store from './support-store.server.ts';

type OfSchool = z.ZodType<{ partnershipId: string; memberId: string }>;

/** What every deed of a school about support begins with: the input read, the school found, the person's right checked. */
async function ofSchool<S extends OfSchool>(
	ctx: Context,
	schema: S,
	input: unknown,
	may: (standing: Standing, memberId: string) => boolean,
	deed: (on: { input: z.output<S>; personId: string }) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const { partnershipId, memberId } = read.value;
	const standing = await standingIn(ctx, partnershipId);
	if (!standing || !(await memberById(ctx, partnershipId, memberId))) return missing;
	if (!may(standing, memberId)) return denied;
	return deed({ input: read.value, personId: standing.personId });
}

/**
 * Offers to share what a school is good at, in one theme (CEN-13), as such or because a published report found it (HEP-8). Refuses a
 * second offer in the same theme, and a finding that is none of the school's strengths.
 */
export const offerExpertise = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, offerInput, input, mayOffer, async ({ input: given, personId }) => {
		const { partnershipId, id, memberId, themeId, findingId, ...said } = given;
		const themes = await themesOf(ctx, partnershipId);
		if (!themes.some((theme) => theme.id === themeId && !theme.retired))
			return invalid({ themeId: 'Choose what you can share.' });
		const own = await expertiseOf(ctx, partnershipId, memberId);
		const before = own.find((one) => one.id === id);
		if (before) return sentAgain(before, { themeId, ...said }, null);
		if (own.some((one) => one.themeId === themeId))
			return invalid({ themeId: 'You offer this already. Take that back first, or choose another.' });
		const found =
			findingId === ''
				? null
				: (await strengthsFound(ctx, { partnershipId, memberId })).find((one) => one.findingId === findingId);
		if (found === undefined) return missing;
		const offer = { id, memberId, themeId, ...said, offeredBy: personId };
		if ((await store.insertExpertise(ctx, partnershipId, offer)) === 'taken') return missing;
		if (found) await store.insertFound(ctx, { partnershipId, expertiseId: id, ...found });
		return done(null);
	});

/** Takes an offer back. One that was taken back already stays so. */
export const withdrawExpertise = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, withdrawOfferInput, input, mayOffer, async ({ input: given, personId }) => {
		await store.withdrawExpertise(ctx, given, { id: given.expertiseId, by: personId });
		return done(null);
	});

/** Says what a school needs, and how much, from today on (CEN-13). If somebody else did meanwhile, both are shown. */
export const stateNeed = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, stateNeedInput, input, mayStateNeed, async ({ input: given, personId }) => {
		const { partnershipId, memberId, number, status, themeIds, words } = given;
		const themes = await themesOf(ctx, partnershipId);
		if (!themeIds.every((id) => themes.some((theme) => theme.id === id)))
			return invalid({ first: 'Choose from the list.' });
		const [standing] = await needsOfMember(ctx, partnershipId, memberId);
		if ((standing?.number ?? 0) !== number) return sentAgain(standing, { status, themeIds, words }, null);
		const need = { memberId, number: number + 1, status, themeIds, words, statedBy: personId };
		if (await store.insertNeed(ctx, partnershipId, need)) return done(null);
		const [since] = await needsOfMember(ctx, partnershipId, memberId);
		return sentAgain(since, { status, themeIds, words }, null);
	});
