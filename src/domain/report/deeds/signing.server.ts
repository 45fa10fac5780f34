import { onBoundReview } from '#domain/evidence/bound.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, missing, type FieldErrors, type Outcome } from '#platform/outcome.ts';
import { mayRecordThatSomeoneCannotSign, maySign } from '../access.ts';
import { cannotSignInput, signEditionInput } from '../input.ts';
import { inTurn } from '../document/turn.server.ts';
import { latestEdition } from '../queries.server.ts';
import { upsertSignOff } from '../report-store.server.ts';
import { signers } from '../signing.ts';
import { editionKeys } from './writing.server.ts';
import { ofReview } from '../of-review.ts';
import { reportClosed } from '../rules.ts';

const anyone = () => true;

/** Signs the latest edition as it was read. Refused when there is a later one, or when the report has been changed since. */
export const signEdition = (ctx: Context, input: unknown): Promise<Outcome> =>
	inTurn(ctx, input, () =>
		onBoundReview(
			ctx,
			signEditionInput,
			input,
			anyone,
			async ({ review, input: { edition, digest }, personId }) => {
				if (!maySign(signers(review.protocol, review.facts), personId)) return denied;
				const refused = await signingRefused(ctx, review, edition, digest);
				if (refused) return invalid(refused);
				const of = ofReview(review);
				await upsertSignOff(
					ctx,
					of,
					{ edition, personId, recordedBy: personId, cannotSignBecause: null },
					editionKeys(review),
				);
				return done(null);
			},
		),
	);

/** The facilitator records that somebody cannot sign, and why, so that nobody's absence holds up the report. */
export const recordCannotSign = (ctx: Context, input: unknown): Promise<Outcome> =>
	onBoundReview(
		ctx,
		cannotSignInput,
		input,
		anyone,
		async ({ review, input: { edition, personId, reason }, personId: recordedBy }) => {
			if (!mayRecordThatSomeoneCannotSign(review.roles, review.facts.team)) return denied;
			if (personId === recordedBy)
				return invalid({ personId: 'This is for somebody else. You can sign for yourself.' });
			if (!maySign(signers(review.protocol, review.facts), personId)) return missing;
			const refused = await signingRefused(ctx, review, edition);
			if (refused) return invalid(refused);
			if (
				review.facts.signOffs.some((signed) => signed.edition === edition && signed.personId === personId)
			) {
				return invalid({ personId: 'They have signed already.' });
			}
			const of = ofReview(review);
			await upsertSignOff(
				ctx,
				of,
				{ edition, personId, recordedBy, cannotSignBecause: reason },
				editionKeys(review),
			);
			return done(null);
		},
	);

/**
 * Why nothing is said of an edition: it is not up for signing any more, or, where a digest is given, its words are not those that
 * were read.
 */
export async function signingRefused(
	ctx: Context,
	review: OpenReview,
	edition: number,
	digest: string | null = null,
): Promise<FieldErrors | null> {
	const closed = reportClosed(review);
	if (closed) return { '': closed };
	if (review.facts.edition === null) return { '': await nothingToSign(ctx, review) };
	if (review.facts.edition.number !== edition)
		return { '': 'There is a newer edition. Read that one and sign it.' };
	if (digest !== null && (await latestEdition(ctx, review))?.digest !== digest)
		return { '': 'These are not the words you read. Load the page again and read them first.' };
	return null;
}

/** Why no edition can be signed or published: there is none, or it no longer says what is written. */
export async function nothingToSign(ctx: Context, review: OpenReview): Promise<string> {
	return (await latestEdition(ctx, review))
		? 'The report has been changed since it was put up for signing. Put it up again first.'
		: 'There is no report to sign yet. Put it up for signing first.';
}
