import { printReport } from '#domain/report/print.server.ts';
import { printed } from '../../../../../printed.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The same as report.pdf, for Word. */
export const GET: RequestHandler = async ({ locals, params }) =>
	printed((await locals.within((ctx) => printReport(ctx, params.review, 'docx'))) ?? notThere());
