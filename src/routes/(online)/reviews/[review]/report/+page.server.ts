import { randomUUIDv7 } from 'node:crypto';
import { beginCorrection, endCorrection } from '#domain/report/correcting/correcting.server.ts';
import { confirmFacts } from '#domain/report/deeds/facts.server.ts';
import { publishReport } from '#domain/report/deeds/publishing.server.ts';
import { addContext, addRemark } from '#domain/report/deeds/remarks.server.ts';
import { recordCannotSign, signEdition } from '#domain/report/deeds/signing.server.ts';
import { makeEdition } from '#domain/report/deeds/writing.server.ts';
import {
	acceptSuggestion,
	answerComment,
	comment,
	settleComment,
} from '#domain/report/comments/deeds.server.ts';
import { setAside, takeUpAgain } from '#domain/report/desk-check/set-aside.server.ts';
import { addParagraphs, leaveLostWordsOut, putLostWordsBack } from '#domain/report/document/deeds.server.ts';
import { reportScreen } from '#domain/report/screen.server.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import { newsOfReport } from './news.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfReport);
	const screen = await locals.within((ctx) => reportScreen(ctx, params.review));
	if (!screen) notThere();
	return {
		...screen,
		remarkId: randomUUIDv7(),
		contextId: randomUUIDv7(),
		commentId: randomUUIDv7(),
		comments: screen.comments.map((comment) => ({ ...comment, answerId: randomUUIDv7() })),
	};
};

/** Answers without leading anywhere: whoever writes goes on where they are. */
const inPlace = (deed: typeof comment) => (event: RequestEvent) =>
	submit(event, deed, {
		input: (form) => ({ ...form, reviewId: event.params.review }),
		success: () => ({}),
	});

export const actions: Actions = {
	comment: inPlace(comment),
	answer: inPlace(answerComment),
	settle: inPlace(settleComment),
	accept: inPlace(acceptSuggestion),
	putBack: inPlace(putLostWordsBack),
	setAside: inPlace(setAside),
	takeUpAgain: inPlace(takeUpAgain),
	leaveOut: inPlace(leaveLostWordsOut),
	add: onThisReview(addParagraphs, '/report'),
	edition: onThisReview(makeEdition, '/report'),
	facts: onThisReview(confirmFacts, '/report'),
	sign: onThisReview(signEdition, '/report'),
	absent: onThisReview(recordCannotSign, '/report'),
	remark: onThisReview(addRemark, '/report'),
	context: onThisReview(addContext, '/report'),
	publish: onThisReview(publishReport, '/report'),
	correct: async (event) => {
		const { origin } = (await server()).env;
		return onThisReview((ctx, input) => beginCorrection(ctx, origin, input), '/report')(event);
	},
	leave: onThisReview(endCorrection, '/report'),
};
