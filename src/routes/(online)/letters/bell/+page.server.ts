import { fail } from '@sveltejs/kit';
import { acknowledgeByLetter } from '#domain/concern/actions.server.ts';
import { bellOfLetter } from '#domain/concern/queries.server.ts';
import { inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { server } from '#platform/server.ts';
import { hashToken, isToken } from '#platform/session/token.ts';
import type { Actions, PageServerLoad } from './$types';

const tokenIn = (url: URL) => url.searchParams.get('token') ?? '';

// Mail scanners open every link in a letter, so opening this page changes nothing; only its button does.
export const load: PageServerLoad = async ({ url, setHeaders }) => {
	setHeaders({
		'cache-control': 'private, no-store',
		'referrer-policy': 'no-referrer',
		'x-robots-tag': 'noindex, nofollow',
	});
	const token = tokenIn(url);
	if (!isToken(token)) return { bell: null };
	const { database } = await server();
	return {
		bell: await inContext(database, nobody, new Date(), (ctx) => bellOfLetter(ctx, hashToken(token))),
	};
};

export const actions: Actions = {
	default: async ({ url }) => {
		const { database } = await server();
		const outcome = await inContext(database, nobody, new Date(), (ctx) =>
			acknowledgeByLetter(ctx, tokenIn(url)),
		);
		return outcome.is === 'done' ? { answered: true } : fail(410, { answered: false });
	},
};
