import { briefingScreen, saveBriefing } from '#domain/review/briefing/briefing.server.ts';
import { tickStage } from '#domain/review/deeds/ticks.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within((ctx) => briefingScreen(ctx, params.review))) ?? notThere();

export const actions: Actions = {
	save: onThisReview(saveBriefing, '/briefing'),
	tick: onThisReview(tickStage, '/briefing'),
};
