import type { Hearers } from '#domain/report/feedback/feedback.ts';
import { feedbackScreen, saveFeedback } from '#domain/report/feedback/feedback.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within((ctx) => feedbackScreen(ctx, params.review))) ?? notThere();

const settle = (hearers: Hearers) => onThisReview(saveFeedback, `/feedback#${hearers}`, () => ({ hearers }));

export const actions: Actions = { head: settle('head'), staff: settle('staff') };
