import { printSummary } from '#domain/improvement/summary/summary.server.ts';
import { printed } from '../../../../../../printed.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
	printed((await locals.within((ctx) => printSummary(ctx, params.review))) ?? notThere());
