import { sayPace } from '#domain/evidence/pace.server.ts';
import { dayOf } from '#domain/evidence/screen.server.ts';
import { submit } from '../../../../../answer.ts';
import { notThere } from '../../../../../refusals.ts';
import { newsOfDay } from '../news-of-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfDay);
	const seen = await locals.within(async (ctx) => ({ day: await dayOf(ctx, params.review), at: ctx.now }));
	return seen.day ? { day: seen.day, at: seen.at } : notThere();
};

export const actions: Actions = {
	/** Answers without leading anywhere: whoever says it stays on the screen they are on. */
	say: (event) =>
		submit(event, sayPace, {
			input: (form) => ({ ...form, reviewId: event.params.review }),
			success: () => ({}),
		}),
};
