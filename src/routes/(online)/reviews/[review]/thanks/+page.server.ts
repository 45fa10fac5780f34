import type { RequestEvent } from '@sveltejs/kit';
import { sendThanks, thanksScreen } from '#domain/report/thanks/thanks.server.ts';
import type { Side } from '#domain/report/thanks/thanks.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within((ctx) => thanksScreen(ctx, params.review))) ?? notThere();

const send = (side: Side) => async (event: RequestEvent<{ review: string }>) => {
	const { origin } = (await server()).env;
	const reviewId = event.params.review;
	return submit(event, (ctx, input) => sendThanks(ctx, origin, input), {
		input: (form) => ({ ...form, side, reviewId }),
		success: () => `/reviews/${reviewId}/thanks`,
	});
};

export const actions: Actions = { host: send('host'), team: send('team') };
