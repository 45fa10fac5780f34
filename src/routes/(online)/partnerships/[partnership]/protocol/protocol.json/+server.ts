import { protocolInForce } from '#domain/protocol/queries.server.ts';
import { notThere } from '../../../../../refusals.ts';
import type { RequestHandler } from './$types';

/** The protocol in force, for another partnership to begin from. It names no school and no person. */
export const GET: RequestHandler = ({ locals, params }) =>
	locals.within(async (ctx) => {
		const inForce = await protocolInForce(ctx, params.partnership);
		if (!inForce) notThere();
		return new Response(JSON.stringify(inForce.protocol, null, '\t'), {
			headers: {
				'content-type': 'application/json; charset=utf-8',
				'content-disposition': 'attachment; filename="protocol.json"',
				'cache-control': 'private, no-store',
			},
		});
	});
