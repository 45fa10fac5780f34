import { error, type RequestEvent } from '@sveltejs/kit';
import { openLink } from '#domain/review/deeds/links.server.ts';
import { openedLink, type OpenedLink } from '#domain/review/opened-link.server.ts';
import { type Context, inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { server } from '#platform/server.ts';

/**
 * Does something as the link in the address and as nobody else, whoever is signed in. A link that has ended or expired and one
 * that never was are answered alike. What is answered is kept by no browser and found by no search.
 */
export async function asLink<T>(
	{ params, setHeaders }: Pick<RequestEvent<{ token: string }>, 'params' | 'setHeaders'>,
	work: (ctx: Context, link: OpenedLink) => Promise<T | null>,
	deed: 'read' | 'printed' = 'read',
): Promise<T> {
	setHeaders(private_);
	const { database } = await server();
	const now = new Date();
	const id = await inContext(database, nobody, now, (ctx) => openLink(ctx, params.token, deed));
	const found =
		id &&
		(await inContext(database, { kind: 'link', id }, now, async (ctx) => {
			const link = await openedLink(ctx);
			return link && work(ctx, link);
		}));
	return found || error(404, 'This link opens nothing.');
}

const private_ = {
	'cache-control': 'private, no-store',
	'referrer-policy': 'no-referrer',
	'x-robots-tag': 'noindex, nofollow',
};
