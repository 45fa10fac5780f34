import { needOf } from '#domain/protocol/of-kind.ts';
import { postedAnswers } from '#domain/form/posted.ts';
import { readAnswers } from '#domain/form/words.ts';
import { mayClose } from '#domain/improvement/access.ts';
import { answerLookBack, closeReview } from '#domain/improvement/deeds/look-back.server.ts';
import { lookBackState, sideOf } from '#domain/improvement/model.ts';
import { lookBacks, type LookBackAnswers } from '#domain/improvement/queries.server.ts';
import type { Question } from '#domain/form/question.ts';
import { openReview, type OpenReview } from '#domain/review/open.server.ts';
import { readers } from '#domain/review/readers.ts';
import type { Context } from '#platform/context.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { missing } from '#platform/outcome.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

const formOf = ({ protocol }: OpenReview) => protocol.forms[protocol.followUp.lookBack.form]!;

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const review = await openReview(ctx, params.review);
		if (!review) notThere();
		const side = review.bound ? sideOf(review.roles) : null;
		const closes = mayClose(review.roles);
		const readable = await lookBacks(ctx, review);
		if (!side && !closes && readable.length === 0) notThere();
		const form = formOf(review);
		const { sides } = review.protocol.followUp.lookBack;
		const { answered, awaited, whole } = lookBackState(sides, review.facts.lookBack);
		const published = review.followUpOpen;
		return {
			readers: readers(review, 'look-back'),
			title: form.title,
			about: form.about,
			questions: side && awaited.includes(side) && published ? form.questions : [],
			side,
			answered,
			awaited,
			published,
			answers: readable.map((answers) => toRead(form.questions, answers)),
			closes:
				closes &&
				(whole || needOf(review.protocol, 'looked back') !== 'must') &&
				review.facts.closedOn === null,
			closedOn: review.facts.closedOn,
		};
	});

const toRead = (
	questions: readonly Question[],
	{ side, answers, answeredBy, answeredAt }: LookBackAnswers,
) => ({
	side,
	answeredBy,
	answeredAt,
	answers: readAnswers(questions, answers),
});

/** The posted fields are read by the review's own questions, so the review is opened first. */
async function answerPosted(ctx: Context, reviewId: string, form: PostedForm) {
	const review = await openReview(ctx, reviewId);
	if (!review) return missing;
	return answerLookBack(ctx, { reviewId, answers: postedAnswers(formOf(review).questions, form) });
}

export const actions: Actions = {
	answer: (event) =>
		submit(event, (ctx, form) => answerPosted(ctx, event.params.review, form as PostedForm), {
			success: () => `/reviews/${event.params.review}/look-back`,
		}),
	close: onThisReview(closeReview, '/look-back'),
};
