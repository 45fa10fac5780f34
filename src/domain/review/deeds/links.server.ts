import { addDays } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { hashToken, newToken } from '#platform/session/token.ts';
import { mayShare } from '../access.ts';
import { mayBeOpenedTo } from '../audience.ts';
import { endLinkInput, makeLinkInput } from '../input.ts';
import { readersNow } from '../readers.ts';
import { tooEarly } from '../sharing.ts';
import { linksOf } from '../sharing-queries.server.ts';
import { endLinks, insertLink, noteOpening } from '../sharing-store.server.ts';
import { applySharing, openTo } from './sharing.server.ts';
import { onReview } from './opening.server.ts';

/**
 * The host's head makes a link that shows one document to one named reader without an account, until a day (NFS-20). Its token
 * is told this once: only a digest is kept. Refused where the protocol's ceiling has no `link`. The first link of a thing
 * opens it to links, which is listed and taken back like any release.
 */
export const makeLink = (
	ctx: Context,
	input: unknown,
): Promise<Outcome<{ token: string; forWhom: string }>> =>
	onReview(
		ctx,
		makeLinkInput,
		input,
		mayShare,
		async ({ review, input: { id, thing, forWhom, days }, personId }) => {
			const early = tooEarly(thing, review);
			if (early) return invalid({ '': early });
			const open = readersNow(thing, review).includes('link');
			if (!open && !mayBeOpenedTo(thing, review.protocol).includes('link'))
				return invalid({ thing: 'Your protocol does not let this be shown by a link.' });
			const { token, hash } = newToken();
			const lastDay = addDays(ctx.today, days);
			const link = { id, thing, forWhom, tokenHash: hash, lastDay, madeBy: personId };
			if (!(await insertLink(ctx, review, link)))
				return invalid({
					'': 'This link was made already. End it below and make another if its address is lost.',
				});
			if (open) await applySharing(ctx, review.id, thing);
			else await openTo(ctx, review, { id: ctx.newId(), thing, audience: 'link', releasedBy: personId });
			return done({ token, forWhom });
		},
	);

/** Ends a link at once. */
export const endLink = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, endLinkInput, input, mayShare, async ({ review, input: { linkId }, personId }) => {
		const link = (await linksOf(ctx, review)).find(({ id }) => id === linkId);
		if (!link) return missing;
		await endLinks(ctx, review, { thing: link.thing, linkId }, personId);
		await applySharing(ctx, review.id, link.thing);
		return done(null);
	});

/**
 * Which link a token stands for today; null for one that has ended or expired and for one that never was. That it was opened is
 * written down. A token holds 192 random bits, so guessing needs no limit.
 */
export const openLink = (ctx: Context, token: string): Promise<string | null> =>
	noteOpening(ctx, hashToken(token));
