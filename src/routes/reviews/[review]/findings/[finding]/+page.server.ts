import { editFinding } from '#domain/report/deeds/findings.server.ts';
import { findingScreen } from '#domain/report/screens.server.ts';
import { submit } from '../../../../answer.ts';
import { notThere } from '../../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => findingScreen(ctx, params.review, params.finding));
	return screen ?? notThere();
};

export const actions: Actions = {
	default: (event) =>
		submit(event, editFinding, {
			input: (form) => ({ ...form, reviewId: event.params.review, findingId: event.params.finding }),
			success: () => `/reviews/${event.params.review}/findings`,
		}),
};
