import { randomUUIDv7 } from 'node:crypto';
import { nameVersion, restoreVersion } from '#domain/report/document/deeds.server.ts';
import { historyScreen } from '#domain/report/history/screen.server.ts';
import { notThere } from '../../../../../refusals.ts';
import { onThisReview } from '../../on-this-review.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const version = url.searchParams.get('version');
	const screen = await locals.within((ctx) => historyScreen(ctx, params.review, version));
	return screen ? { ...screen, id: randomUUIDv7() } : notThere();
};

export const actions: Actions = {
	name: onThisReview(nameVersion, '/report/history'),
	restore: onThisReview(restoreVersion, '/report'),
};
