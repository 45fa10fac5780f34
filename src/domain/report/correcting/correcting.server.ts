import { onBoundReview } from '#domain/evidence/bound.server.ts';
import { writeTo } from '#domain/partnership/letters.server.ts';
import { applySharing } from '#domain/review/deeds/sharing.server.ts';
import type { OpenReview } from '#domain/review/open.server.ts';
import { isBeingCorrected } from '#domain/review/stage.ts';
import type { Context } from '#platform/context.ts';
import { denied, done, invalid, type Outcome } from '#platform/outcome.ts';
import { mayWrite } from '../access.ts';
import { editionKeys } from '../deeds/writing.server.ts';
import { inTurn } from '../document/turn.server.ts';
import { draftOf } from '../draft.server.ts';
import { beginCorrectionInput, endCorrectionInput } from '../input.ts';
import { ofReview } from '../of-review.ts';
import { latestEdition } from '../queries.server.ts';
import { deleteReopening, insertReopening } from '../report-store.server.ts';
import { signers } from '../signing.ts';
import { deleteCorrection, insertCorrection } from './store.server.ts';

const anyone = () => true;

/**
 * Opens the words and findings of a published report again, because something in it is wrong. Whoever reads it reads the edition
 * that is out until the next one is signed and published, with the reason (domain model: a report's life). Of two who begin
 * at once the first one's reason stands. Everybody who signs gets a letter, which says nothing of what is wrong. Refused once the
 * review is closed.
 *
 * @param origin where the link in the letter leads
 */
export const beginCorrection = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	inTurn(ctx, input, () =>
		onBoundReview(
			ctx,
			beginCorrectionInput,
			input,
			anyone,
			async ({ review, personId, input: { reason } }) => {
				const { facts, protocol, roles } = review;
				if (!mayWrite(roles, protocol)) return denied;
				if (!facts.publication) return invalid({ '': 'The report is not out yet: change it as it is.' });
				if (facts.closedOn) return invalid({ '': 'The review is closed. Its report stays as it was.' });
				if (isBeingCorrected(facts)) return done(null);
				const { edition } = facts.publication;
				await insertCorrection(ctx, review, { corrects: edition, reason, by: personId }, editionKeys(review));
				await insertReopening(ctx, ofReview(review), edition, personId);
				await tellSigners(ctx, review, origin, personId);
				return done(null);
			},
		),
	);

async function tellSigners(
	ctx: Context,
	{ id, protocol, facts }: OpenReview,
	origin: string,
	but: string,
): Promise<void> {
	const others = signers(protocol, facts)
		.map(({ personId }) => personId)
		.filter((personId) => personId !== but);
	await writeTo(ctx, others, {
		subject: `The report on the review at ${facts.hostName} is being corrected`,
		body: `Something in the published report turned out to be wrong and is being put right. You sign the new edition as you signed the last.\n\nWhat is wrong stands here: ${origin}/reviews/${id}/report\n`,
	});
}

/**
 * Leaves a report as it is out, after all. Refused where something was changed meanwhile, since the draft would then say something
 * that nobody has signed.
 */
export const endCorrection = (ctx: Context, input: unknown): Promise<Outcome> =>
	inTurn(ctx, input, () =>
		onBoundReview(ctx, endCorrectionInput, input, anyone, async ({ review }) => {
			const { facts, protocol, roles } = review;
			if (!mayWrite(roles, protocol)) return denied;
			if (!facts.publication || !isBeingCorrected(facts)) return done(null);
			const edition = await latestEdition(ctx, review);
			if (edition?.number !== facts.publication.edition)
				return invalid({ '': 'A new edition is up for signing already. Sign and publish that one.' });
			if ((await draftOf(ctx, review)).digest !== edition.digest)
				return invalid({
					'': `The report no longer says what edition ${edition.number} says. Put that back first, or put the new words up for signing.`,
				});
			await deleteReopening(ctx, ofReview(review), edition.number);
			await deleteCorrection(ctx, review, edition.number);
			// Findings that were changed and changed back were the team's meanwhile.
			await applySharing(ctx, review.id, 'findings');
			return done(null);
		}),
	);
