import { askForSupport } from '#domain/support/request/deeds.server.ts';
import { supportScreen } from '#domain/support/screen.server.ts';
import { server } from '#platform/server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { partnership } }) =>
	(await locals.within((ctx) => supportScreen(ctx, partnership))) ?? notThere();

export const actions: Actions = {
	ask: async (event) => {
		const { partnership: partnershipId } = event.params;
		const { env } = await server();
		return submit(event, (ctx, input) => askForSupport(ctx, env.origin, input), {
			input: (form) => ({ ...form, partnershipId }),
			success: ({ id }) => `/partnerships/${partnershipId}/support/${id}`,
		});
	},
};
