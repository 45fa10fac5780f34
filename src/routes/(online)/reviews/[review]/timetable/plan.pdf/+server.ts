import { printPlan } from '#domain/review/printed-plan.server.ts';
import { printed } from '../../../../../printed.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The plan of the day on two sides, for whoever reads the plan. */
export const GET: RequestHandler = async ({ locals, params }) =>
	printed((await locals.within((ctx) => printPlan(ctx, params.review))) ?? notThere());
