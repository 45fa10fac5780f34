import { randomUUIDv7 } from 'node:crypto';
import { recordEvidence } from '#domain/evidence/actions.server.ts';
import { dayScreen } from '#domain/evidence/screen.server.ts';
import { submit } from '../../../answer.ts';
import { notThere } from '../../../refusals.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => dayScreen(ctx, params.review));
	return screen ? { ...screen, id: randomUUIDv7() } : notThere();
};

export const actions: Actions = {
	default: (event) =>
		submit(event, recordEvidence, {
			input: (form) => ({ ...form, reviewId: event.params.review }),
			success: () => `/reviews/${event.params.review}/day#capture`,
		}),
};
