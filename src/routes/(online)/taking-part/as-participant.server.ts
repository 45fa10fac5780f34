import type { RequestEvent } from '@sveltejs/kit';
import { participantOf } from '#domain/workshop/room/phone-queries.server.ts';
import { inContext } from '#platform/context.ts';
import { nobody } from '#platform/principal.ts';
import { server } from '#platform/server.ts';
import { hashToken, isToken } from '#platform/session/token.ts';

const cookie = 'fresh-eyes-workshop';
/** Where the phone takes part, and the door: scanning the code again leads back to the place it has. */
const paths = ['/taking-part', '/join'];
/** In seconds; by then every workshop is over. */
const lasts = 12 * 3600;

/** Keeps the secret by which this phone is known. No page and no address but these is told it. */
export function keepParticipant(
	{ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
	token: string,
): void {
	for (const path of paths)
		cookies.set(cookie, token, {
			path,
			httpOnly: true,
			sameSite: 'lax',
			secure: url.protocol === 'https:',
			maxAge: lasts,
		});
}

/** How the phone stands that asks, and who it is; 'nobody' where it is none. */
export type Taking = { standing: 'in' | 'over' | 'put out'; id: string } | { standing: 'nobody' };

/**
 * From here on this request works as the phone in a workshop and as nobody else, whoever is signed in on it; as nobody where it
 * is none.
 */
export async function asParticipant(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<Taking> {
	const { database } = await server();
	const now = new Date();
	const token = event.cookies.get(cookie);
	const found =
		token && isToken(token)
			? await inContext(database, nobody, now, (ctx) => participantOf(ctx, hashToken(token)))
			: null;
	const actor = found ? ({ kind: 'participant', id: found.id } as const) : nobody;
	event.locals.within = (work) => inContext(database, actor, new Date(), work);
	return found ?? { standing: 'nobody' };
}

/** What a phone is shown is kept nowhere. Said once in a request: without scripts an action and its page are one. */
export const keptNowhere = ({ setHeaders }: Pick<RequestEvent, 'setHeaders'>): void =>
	setHeaders({ 'cache-control': 'private, no-store' });
