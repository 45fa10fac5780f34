import { acknowledgeConcern } from '#domain/concern/actions.server.ts';
import { concernScreen } from '#domain/concern/screen.server.ts';
import { submit } from '../../../answer.ts';
import { notThere } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	concern: (await locals.within((ctx) => concernScreen(ctx, params.concern))) ?? notThere(),
});

export const actions: Actions = {
	default: (event) =>
		submit(event, acknowledgeConcern, {
			input: () => ({ concernId: event.params.concern }),
			success: () => `/concerns/${event.params.concern}`,
		}),
};
