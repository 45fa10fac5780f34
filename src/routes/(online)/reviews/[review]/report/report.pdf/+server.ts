import { printReport } from '#domain/report/print.server.ts';
import { printed } from '../../../../../printed.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The report as the reader may see it: the published edition, or for signers the one being signed. */
export const GET: RequestHandler = async ({ locals, params }) =>
	printed((await locals.within((ctx) => printReport(ctx, params.review, 'pdf'))) ?? notThere());
