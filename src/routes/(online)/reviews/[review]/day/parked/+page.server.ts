import { dayOf } from '#domain/evidence/screen.server.ts';
import { showToHost, takeFromHost } from '#domain/evidence/showing.server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { newsOfDay } from '../news-of-day.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfDay);
	const day = await locals.within((ctx) => dayOf(ctx, params.review));
	return day ? { day } : notThere();
};

/** Answers without leading anywhere: whoever chooses goes through one piece after the other. */
const choosing = (deed: typeof showToHost) => (event: RequestEvent) =>
	submit(event, deed, {
		input: (form) => ({ ...form, reviewId: event.params.review }),
		success: () => ({}),
	});

export const actions: Actions = { show: choosing(showToHost), back: choosing(takeFromHost) };
