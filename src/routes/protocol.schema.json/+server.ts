import { protocolJsonSchema } from '#domain/protocol/schema.ts';
import type { RequestHandler } from './$types';

/** The form of a protocol, published for whoever writes or reads protocols elsewhere. */
export const GET: RequestHandler = () =>
	new Response(JSON.stringify(protocolJsonSchema, null, '\t'), {
		headers: {
			'content-type': 'application/schema+json; charset=utf-8',
			'cache-control': 'public, max-age=3600',
		},
	});
