import { postedAnswers } from '#domain/form/posted.ts';
import { closeReview } from '#domain/improvement/deeds/closing.server.ts';
import { answerLookBack } from '#domain/improvement/look-back/answering.server.ts';
import { lookBackScreen } from '#domain/improvement/look-back/screen.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { missing } from '#platform/outcome.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		return (review && (await lookBackScreen(ctx, review))) ?? notThere();
	});

/** The posted fields are read by the review's own questions, so the review is opened first. */
async function answerPosted(ctx: Context, reviewId: string, form: PostedForm) {
	const review = await openReview(ctx, reviewId);
	if (!review) return missing;
	const { questions } = review.protocol.forms[review.protocol.followUp.lookBack.form]!;
	return answerLookBack(ctx, {
		reviewId,
		version: form['answersVersion'],
		answers: postedAnswers(questions, form),
	});
}

export const actions: Actions = {
	answer: (event) =>
		submit(event, (ctx, form) => answerPosted(ctx, event.params.review, form as PostedForm), {
			success: () => `/reviews/${event.params.review}/look-back`,
		}),
	close: onThisReview(closeReview, '/look-back'),
};
