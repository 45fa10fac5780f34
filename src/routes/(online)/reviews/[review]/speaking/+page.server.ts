import { answerSpeaking, speakingScreen } from '#domain/review/speaking/speaking.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => speakingScreen(ctx, params.review));
	return screen ?? notThere();
};

export const actions: Actions = { default: onThisReview(answerSpeaking, '/speaking') };
