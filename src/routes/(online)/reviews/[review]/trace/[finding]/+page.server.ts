import { traceFromFinding } from '#domain/improvement/trace/trace.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const trace = await locals.within((ctx) => traceFromFinding(ctx, params.review, params.finding));
	return trace ?? notThere();
};
