import { randomUUIDv7 } from 'node:crypto';
import { arrangeFinding, placeEvidence, undoStep } from '#domain/report/deeds/findings.server.ts';
import { findingsScreen } from '#domain/report/sorting/screen.server.ts';
import { notThere } from '../../../../refusals.ts';
import { newsOfDay } from '../day/news-of-day.ts';
import { onThisReview } from '../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfDay);
	const screen = await locals.within((ctx) => findingsScreen(ctx, params.review));
	return screen ? { ...screen, id: randomUUIDv7() } : notThere();
};

export const actions: Actions = {
	place: onThisReview(placeEvidence, '/findings'),
	arrange: onThisReview(arrangeFinding, '/findings'),
	undo: onThisReview(undoStep, '/findings'),
};
