import { printReport } from '#domain/report/print.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The report as the reader may see it: the published edition, or for signers the one being signed. */
export const GET: RequestHandler = async ({ locals, params }) => {
	const printed = await locals.within((ctx) => printReport(ctx, params.review));
	if (!printed) notThere();
	return new Response(printed.pdf, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${printed.fileName}"`,
			'x-content-type-options': 'nosniff',
		},
	});
};
