import { printReport } from '#domain/report/print.server.ts';
import { printed } from '../../../../../printed.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/**
 * The report as the reader may see it: the published edition, or for signers the one being signed; or the one of a number
 * (`?edition`), for those who read earlier ones.
 */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const asked = url.searchParams.get('edition');
	if (asked !== null && !/^[1-9]\d{0,3}$/.test(asked)) notThere();
	const number = asked === null ? null : Number(asked);
	return printed(
		(await locals.within((ctx) => printReport(ctx, params.review, 'pdf', number))) ?? notThere(),
	);
};
