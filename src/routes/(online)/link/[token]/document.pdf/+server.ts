import { printLinked } from '#domain/report/linked-report.server.ts';
import { asLink } from '../as-link.server.ts';
import type { RequestHandler } from './$types';

/** The report that a link shows, as a PDF; other documents are read on the page. */
export const GET: RequestHandler = async (event) => {
	const { pdf, fileName } = await asLink(event, printLinked);
	return new Response(pdf, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `inline; filename="${fileName}"`,
			'x-content-type-options': 'nosniff',
		},
	});
};
