import type { z } from 'zod';
import { presentMembers } from '#domain/partnership/queries.server.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { themesOf } from '#domain/partnership/themes/queries.server.ts';
import { takePartnershipTurn } from '#domain/partnership/turn.server.ts';
import type { Context } from '#platform/context.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { mayWish } from '../access.ts';
import { writeOfMatch } from '../letters.server.ts';
import { takeBackWishInput, wishInput } from './input.ts';
import { matchesOf, mostWishes } from './queries.server.ts';
import * as store from './wish-store.server.ts';

/**
 * A head wishes to be put in touch with schools that work on the same theme (CEN-12). Nobody learns of it but heads of schools that
 * wish it, too: as soon as there are two, each is told of the other by letter, with both heads' addresses. Refused twice in one theme.
 */
export const wishContact = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, wishInput, input, async (wish, by) => {
		const { partnershipId, memberId, id, themeId, words } = wish;
		// Two that wish it at once must not both find themselves alone.
		await takePartnershipTurn(ctx, partnershipId);
		const before = await matchesOf(ctx, partnershipId, memberId);
		const same = before.find((one) => one.id === id);
		if (same) return sentAgain(same, { themeId, words }, null);
		if (before.some((one) => one.themeId === themeId))
			return invalid({ themeId: 'You wish that already. Choose another, or take it back first.' });
		if (before.length >= mostWishes)
			return invalid({ '': `Choose no more than ${mostWishes} at once. Take one back first.` });
		const themes = await themesOf(ctx, partnershipId);
		if (!themes.some((theme) => theme.id === themeId && !theme.retired))
			return invalid({ themeId: 'Choose what you work on.' });
		const present = await presentMembers(ctx, partnershipId);
		const own = present.find((member) => member.id === memberId);
		if (!own || (await store.insertWish(ctx, wish, by)) === 'taken') return missing;
		const match = (await matchesOf(ctx, partnershipId, memberId)).find((one) => one.id === id)!;
		for (const { memberId: otherId } of match.others) {
			const other = present.find((member) => member.id === otherId);
			if (other) await writeOfMatch(ctx, { theme: match.theme, own, other });
		}
		return done(null);
	});

/** Takes a wish back: from now on nobody else reads it. One taken back already stays so. */
export const takeBackWish = (ctx: Context, input: unknown): Promise<Outcome> =>
	ofSchool(ctx, takeBackWishInput, input, async (wish) => {
		await store.markTakenBack(ctx, wish);
		return done(null);
	});

async function ofSchool<S extends z.ZodType<{ partnershipId: string; memberId: string }>>(
	ctx: Context,
	schema: S,
	input: unknown,
	deed: (input: z.output<S>, by: string) => Promise<Outcome>,
): Promise<Outcome> {
	const read = readInput(schema, input);
	if (!read.ok) return invalid(read.fields);
	const standing = await standingIn(ctx, read.value.partnershipId);
	if (!standing) return missing;
	if (!mayWish(standing, read.value.memberId)) return denied;
	return deed(read.value, standing.personId);
}
