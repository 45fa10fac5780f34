import { reportAsPage } from '#domain/report/print.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	bare: true,
	reviewId: params.review,
	paper: (await locals.within((ctx) => reportAsPage(ctx, params.review))) ?? notThere(),
});
