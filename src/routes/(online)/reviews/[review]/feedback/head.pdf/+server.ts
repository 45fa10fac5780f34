import { printNotes } from '#domain/report/feedback/printed-notes.server.ts';
import { printed } from '../../../../../printed.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
	printed((await locals.within((ctx) => printNotes(ctx, params.review, 'head'))) ?? notThere());
