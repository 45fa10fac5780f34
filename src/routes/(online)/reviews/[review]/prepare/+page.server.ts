import { randomUUIDv7 } from 'node:crypto';
import { lastReview } from '#domain/improvement/review-before.server.ts';
import { postedAnswers } from '#domain/form/posted.ts';
import { readAnswers } from '#domain/form/words.ts';
import { dataOfGroups } from '#domain/outcome/group-data/queries.server.ts';
import { hostObserving } from '#domain/protocol/words/visit.ts';
import { recordDecision, recordMeeting } from '#domain/review/deeds/plan.server.ts';
import { openReview } from '#domain/review/open.server.ts';
import { preReviewForm } from '#domain/review/pre-review-form.ts';
import { decisions, preReviewMeeting } from '#domain/review/queries.server.ts';
import type { PostedForm } from '#platform/form-data.ts';
import { submit } from '../../../../answer.ts';
import { preparation } from '../preparation.server.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) =>
	locals.within((ctx) =>
		preparation(ctx, params.review, async (review) => {
			const agenda = preReviewForm(review.protocol);
			const meeting = await preReviewMeeting(ctx, review);
			return {
				id: randomUUIDv7(),
				/** What the host's groups look at (CSC-8). */
				data: await dataOfGroups(ctx, review.partnershipId, review.facts.groupIds),
				today: ctx.today,
				agenda,
				before: await lastReview(ctx, review),
				setting: review.protocol.focus.lastReview,
				meeting,
				agreed: meeting && agenda ? readAnswers(agenda.questions, meeting.answers) : [],
				hostObserving: hostObserving(review.protocol.day.hostInObservations),
				decisions: await decisions(ctx, review),
			};
		}),
	);

export const actions: Actions = {
	meeting: (event) =>
		submit(
			event,
			async (ctx, posted) => {
				const form = posted as PostedForm;
				const review = await openReview(ctx, event.params.review);
				const questions = (review && preReviewForm(review.protocol)?.questions) ?? [];
				return recordMeeting(ctx, {
					...form,
					reviewId: event.params.review,
					answers: postedAnswers(questions, form),
				});
			},
			{ success: () => `/reviews/${event.params.review}/prepare` },
		),
	decide: onThisReview(recordDecision, '/prepare'),
};
