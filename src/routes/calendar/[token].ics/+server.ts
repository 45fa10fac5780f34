import { createHash } from 'node:crypto';
import { error } from '@sveltejs/kit';
import { feedOf, personOfFeed } from '#domain/agenda/feed/feed.server.ts';
import { inContext } from '#platform/context.ts';
import { nobody, person } from '#platform/principal.ts';
import { server } from '#platform/server.ts';
import type { RequestHandler } from './$types';

/** A person's feed for whoever holds its address, whoever is signed in: calendars send no cookies. */
export const GET: RequestHandler = async ({ params, request }) => {
	const { database, env } = await server();
	const now = new Date();
	const personId = await inContext(database, nobody, now, (ctx) => personOfFeed(ctx, params.token));
	if (personId === null) error(404, 'There is no such page.');
	const text = await inContext(database, person(personId), now, (ctx) => feedOf(ctx, env.origin));
	const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
	const headers = { etag, 'cache-control': 'private, no-cache', 'x-robots-tag': 'noindex' };
	if (request.headers.get('if-none-match')?.includes(etag))
		return new Response(null, { status: 304, headers });
	return new Response(text, {
		headers: {
			...headers,
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'inline; filename="peer-review.ics"',
		},
	});
};
