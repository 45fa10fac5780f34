import { z } from 'zod';
import { answerSchema } from '#domain/form/answer.ts';
import { postedAnswers } from '#domain/form/posted.ts';
import { readAnswers } from '#domain/form/words.ts';
import { standingIn } from '#domain/partnership/standing.server.ts';
import { audienceInWords } from '#domain/protocol/audience-words.ts';
import { inSeries, rolesInWords } from '#domain/protocol/model.ts';
import { heldAs } from '#domain/protocol/of-kind.ts';
import type { Context } from '#platform/context.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { readInput } from '#platform/input.ts';
import { denied, done, invalid, missing, type Outcome } from '#platform/outcome.ts';
import { sentAgain } from '#platform/sent-again.ts';
import { id, version } from '#platform/text.ts';
import { mayTick } from '../access.ts';
import { keysOfCircles } from '../audience.ts';
import { onReview } from '../deeds/opening.server.ts';
import { openReview } from '../open.server.ts';
import { whyCourseStands } from '../stage.ts';
import { answersFor } from './for-protocol.server.ts';
import { keptNotes, upsertNotes } from './notes-store.server.ts';
import { mayNote, notedStage, notesReaders } from './notes.ts';

const keepNotesInput = z.object({ reviewId: id, stage: z.string(), version });

/**
 * Keeps what is written together at a stage (CSC-28, KSA-7): the answers to its form, as posted. Refused to those the
 * protocol does not ask for it, and where the review is closed or stands still; of two who write at once the second is shown
 * the first's words.
 */
export const keepNotes = (ctx: Context, posted: PostedForm): Promise<Outcome> =>
	onReview(
		ctx,
		keepNotesInput,
		posted,
		() => true,
		async ({ review, input: { stage: key, version: on }, personId }) => {
			const noted = notedStage(review.protocol, key);
			if (!noted) return missing;
			if (!mayNote(review.roles, review.bound, noted.stage)) return denied;
			const stands = whyCourseStands(review.facts);
			if (stands) return invalid({ '': stands });
			const { questions } = noted.form;
			const answers = readInput(answerSchema(questions), postedAnswers(questions, posted));
			if (!answers.ok) return invalid(answers.fields);
			const notes = { stage: key, answers: answers.value, version: on, by: personId };
			const keys = keysOfCircles(notesReaders(noted.stage), {
				...review,
				reviewId: review.id,
				groupIds: [],
			});
			const kept = await upsertNotes(ctx, review, notes, keys);
			return kept
				? done(null)
				: sentAgain(await keptNotes(ctx, review, key), { answers: notes.answers }, null);
		},
	);

/** The notes of one stage with the questions that are answered there; null for whoever is not asked for it. */
export async function notesScreen(ctx: Context, reviewId: string, key: string) {
	const review = await openReview(ctx, reviewId);
	const noted = review && notedStage(review.protocol, key);
	if (!noted || !mayNote(review.roles, review.bound, noted.stage)) return null;
	const { protocol, facts } = review;
	const kept = await keptNotes(ctx, review, key);
	const readers = notesReaders(noted.stage).map((circle) => audienceInWords(protocol, circle));
	return {
		stageTitle: noted.stage.title,
		form: noted.form,
		kept,
		read: kept ? readAnswers(noted.form.questions, kept.answers) : [],
		writes: whyCourseStands(facts) === null,
		/** Whose data are gone through, where the review is a session over them (CSC-28). */
		session:
			heldAs(protocol, facts.kind) === 'session'
				? { partnershipId: review.partnershipId, groupIds: facts.groupIds }
				: null,
		ticks: mayTick(review.roles, noted.stage),
		asked: rolesInWords(protocol, noted.stage.who),
		/** Whether some of it is listed beside the protocol, which guests do not read. */
		forProtocol:
			kept !== null &&
			answersFor(noted.form.questions, kept.answers).length > 0 &&
			(await standingIn(ctx, review.partnershipId)) !== null,
		readers: { now: `These notes are read by ${inSeries(readers)}.`, later: null },
	};
}
