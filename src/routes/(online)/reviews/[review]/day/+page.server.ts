import { randomUUIDv7 } from 'node:crypto';
import { recordEvidence } from '#domain/evidence/actions.server.ts';
import { dayScreen } from '#domain/evidence/screen.server.ts';
import { notThere } from '../../../../refusals.ts';
import { onThisReview } from '../on-this-review.ts';
import { newsOfDay } from './news-of-day.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, depends }) => {
	depends(newsOfDay);
	const screen = await locals.within((ctx) => dayScreen(ctx, params.review));
	return screen ? { ...screen, id: randomUUIDv7(), newLineId: randomUUIDv7() } : notThere();
};

export const actions: Actions = {
	default: onThisReview(recordEvidence, '/day#capture'),
};
