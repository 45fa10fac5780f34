import { editFinding } from '#domain/report/deeds/findings.server.ts';
import { findingScreen } from '#domain/report/screen.server.ts';
import { notThere } from '../../../../../refusals.ts';
import { onThisReview } from '../../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const screen = await locals.within((ctx) => findingScreen(ctx, params.review, params.finding));
	return screen ?? notThere();
};

export const actions: Actions = {
	default: onThisReview(editFinding, '/findings', ({ finding }) => ({ findingId: finding })),
};
