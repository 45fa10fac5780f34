import { undoImport } from '#domain/outcome/import/deeds.server.ts';
import { importsScreen } from '#domain/outcome/import/screen.server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) =>
	(await locals.within((ctx) => importsScreen(ctx, params.partnership))) ?? notThere();

export const actions: Actions = {
	undo: (event) =>
		submit(event, undoImport, {
			input: (form) => ({ ...form, partnershipId: event.params.partnership }),
			success: () => `/partnerships/${event.params.partnership}/outcomes`,
		}),
};
