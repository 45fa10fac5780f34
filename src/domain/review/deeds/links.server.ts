import { addDays } from '#domain/calendar/day.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { hashToken, newToken } from '#platform/session/token.ts';
import { mayShare } from '../access.ts';
import { mayBeOpenedTo } from '../audience.ts';
import { endLinkInput, makeLinkInput, makePackInput, type Linkable } from '../input.ts';
import type { OpenReview } from '../open.server.ts';
import { thingsShown } from '../packs.ts';
import { readersNow } from '../readers.ts';
import { hasThing, tooEarly } from '../sharing.ts';
import { linksOf } from '../sharing-queries.server.ts';
import { endLinks, insertLink, type NewLink, noteOpening } from '../sharing-store.server.ts';
import { speakersOf } from '../speaking/speaking-queries.server.ts';
import { applySharing, openTo } from './sharing.server.ts';
import { onReview } from './opening.server.ts';

/** The address of what was made is told this once: of its token only a digest is kept. */
type Made = Outcome<{ token: string; forWhom: string }>;

/**
 * The host's head makes a link that shows one document to one named reader without an account, until a day (NFS-20). Refused
 * where the protocol's ceiling has no `link`. The first link of a thing opens it to links, which is listed and taken back like
 * any release.
 */
export const makeLink = (ctx: Context, input: unknown): Promise<Made> =>
	onReview(
		ctx,
		makeLinkInput,
		input,
		mayShare,
		async ({ review, input: { id, thing, forWhom, days }, personId }) => {
			const early = tooEarly(thing, review);
			if (early) return invalid({ '': early });
			if (!mayShowByLink(thing, review))
				return invalid({ thing: 'Your protocol does not let this be shown by a link.' });
			return show(ctx, review, { id, thing, forWhom, days, madeBy: personId }, [thing]);
		},
	);

/**
 * The host's head makes a pack: what they choose of a review as one document for one named reader without an account, an inspector or
 * governors, with those of the team who have agreed to be named as available to speak to it (NFS-20). Refused as a link is, and
 * for whoever has not agreed.
 */
export const makePack = (ctx: Context, input: unknown): Promise<Made> =>
	onReview(
		ctx,
		makePackInput,
		input,
		mayShare,
		async ({ review, input: { id, reader, forWhom, contents, speakers, days }, personId }) => {
			const things = thingsShown({ thing: 'pack', contents });
			const fields: FieldErrors = {};
			for (const thing of things) {
				const early = tooEarly(thing, review);
				if (early) fields['contents'] = early;
				if (!mayShowByLink(thing, review))
					fields['contents'] =
						'Your protocol does not let some of this be shown by a link. Choose what it lets.';
			}
			const agreed = (await speakersOf(ctx, review)).filter((one) => one.agrees && one.onTeam);
			if (!speakers.every((speaker) => agreed.some((one) => one.personId === speaker)))
				fields['speakers'] = 'Somebody here has not agreed to be named. Ask them first.';
			if (Object.keys(fields).length > 0) return invalid(fields);
			const pack = { contents: [...new Set(contents)], reader, speakers: [...new Set(speakers)] };
			return show(ctx, review, { id, thing: 'pack', forWhom, days, madeBy: personId, pack }, things);
		},
	);

const mayShowByLink = (thing: Linkable, review: OpenReview): boolean =>
	hasThing(thing, review.protocol) &&
	(readersNow(thing, review).includes('link') || mayBeOpenedTo(thing, review.protocol).includes('link'));

/** Writes a link down and gives the rows of what it shows its keys. */
async function show(
	ctx: Context,
	review: OpenReview,
	{ days, ...link }: Omit<NewLink, 'tokenHash' | 'lastDay'> & { days: number },
	things: readonly Linkable[],
): Promise<Made> {
	const { token, hash } = newToken();
	if (!(await insertLink(ctx, review, { ...link, tokenHash: hash, lastDay: addDays(ctx.today, days) })))
		return invalid({
			'': 'This link was made already. End it below and make another if its address is lost.',
		});
	for (const thing of things) {
		if (readersNow(thing, review).includes('link')) await applySharing(ctx, review.id, thing);
		else await openTo(ctx, review, { id: ctx.newId(), thing, audience: 'link', releasedBy: link.madeBy });
	}
	return done({ token, forWhom: link.forWhom });
}

/** Ends a link at once. */
export const endLink = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, endLinkInput, input, mayShare, async ({ review, input: { linkId }, personId }) => {
		const link = (await linksOf(ctx, review)).find(({ id }) => id === linkId);
		if (!link) return missing;
		await endLinks(ctx, review, { linkId }, personId);
		for (const thing of thingsShown(link)) await applySharing(ctx, review.id, thing);
		return done(null);
	});

/**
 * Which link a token stands for today; null for one that has ended or expired and for one that never was. That it was opened, or what it
 * opens taken away, is written down. A token holds 192 random bits, so guessing needs no limit.
 */
export const openLink = (
	ctx: Context,
	token: string,
	deed: 'read' | 'printed' = 'read',
): Promise<string | null> => noteOpening(ctx, hashToken(token), deed);
