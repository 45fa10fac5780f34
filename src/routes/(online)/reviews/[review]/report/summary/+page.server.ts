import { summaryAsPage } from '#domain/improvement/summary/summary.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	paper: (await locals.within((ctx) => summaryAsPage(ctx, params.review))) ?? notThere(),
});
