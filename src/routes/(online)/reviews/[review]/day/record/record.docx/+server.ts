import { printRecord } from '#domain/report/evidence-record/record.server.ts';
import { printed } from '../../../../../../printed.ts';
import { notThere } from '../../../../../../refusals.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
	printed((await locals.within((ctx) => printRecord(ctx, params.review, 'docx'))) ?? notThere());
