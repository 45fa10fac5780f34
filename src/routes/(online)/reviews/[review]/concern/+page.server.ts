import { raiseConcern } from '#domain/concern/actions.server.ts';
import { bellOfReview } from '#domain/concern/screen.server.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within((ctx) => bellOfReview(ctx, params.review))) ? {} : notThere();

export const actions: Actions = {
	default: async (event) => {
		const { env } = await server();
		return submit(event, (ctx, input) => raiseConcern(ctx, env.origin, input), {
			input: (form) => ({ ...form, reviewId: event.params.review }),
			success: ({ id }) => `/concerns/${id}`,
		});
	},
};
