import { writeTo } from '#domain/partnership/letters.server.ts';
import type { Context } from '#platform/context.ts';
import { done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { mayShare } from '../access.ts';
import { onReview } from '../deeds/opening.server.ts';
import { reviewers } from '../facts.ts';
import { answerSpeakingInput, askToSpeakInput } from '../input.ts';
import { openReview } from '../open.server.ts';
import { isOnTeam } from '../roles.ts';
import { packsNaming, speakersOf, type Speaker } from './speaking-queries.server.ts';
import { insertAsking, keepAnswer } from './speaking-store.server.ts';

/**
 * A head of the host asks somebody of the team whether they may be named, to an inspector and others, as available to speak to the
 * review (NFS-20). They get a letter, once. Refused for whoever is not of the team.
 *
 * @param origin where the link in the letter leads
 */
export const askToSpeak = (ctx: Context, origin: string, input: unknown): Promise<Outcome> =>
	onReview(ctx, askToSpeakInput, input, mayShare, async ({ review, input: read, personId: askedBy }) => {
		const asked = reviewers(review.facts).find(({ personId }) => personId === read.personId);
		if (!asked) return invalid({ personId: 'Choose somebody of the team.' });
		if (!(await insertAsking(ctx, review, { personId: asked.personId, askedBy }))) return done(null);
		await writeTo(ctx, [asked.personId], {
			subject: `May you be named to speak to the review at ${review.hostName}?`,
			body: `${review.hostName} may show the outcome of its review to an inspector or to governors, and asks whether you may be named there as available to speak to it. Nobody is told your name or how to reach you unless you say yes.\n\nAnswer here: ${origin}/reviews/${review.id}/speaking\n`,
		});
		return done(null);
	});

/**
 * Who was asked answers for themselves, and may answer anew at any time. A no takes their name out of every pack at once, and what they
 * had given to be reached by is kept no longer. For whoever was not asked there is nothing to answer.
 */
export const answerSpeaking = (ctx: Context, input: unknown): Promise<Outcome> =>
	onReview(ctx, answerSpeakingInput, input, isOnTeam, async ({ review, input: read, personId }) => {
		const agrees = read.agrees === 'yes';
		const kept = await keepAnswer(ctx, review, personId, { agrees, contact: agrees ? read.contact : '' });
		return kept ? done(null) : missing;
	});

/** What somebody of the team was asked, and which packs name them now; null for whoever was not asked. */
export async function speakingScreen(
	ctx: Context,
	reviewId: string,
): Promise<{ asked: Speaker; named: { id: string; forWhom: string; lastDay: string }[] } | null> {
	const review = await openReview(ctx, reviewId);
	if (!review || ctx.actor.kind !== 'person' || !isOnTeam(review.roles)) return null;
	const me = ctx.actor.id;
	const asked = (await speakersOf(ctx, review)).find(({ personId }) => personId === me);
	return asked ? { asked, named: asked.agrees ? await packsNaming(ctx, review, me) : [] } : null;
}
