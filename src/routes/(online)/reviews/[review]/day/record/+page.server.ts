import { recordAsPage } from '#domain/report/evidence-record/record.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	paper: (await locals.within((ctx) => recordAsPage(ctx, params.review))) ?? notThere(),
});
