import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Names under which the adapter reads the address we give it. Nobody outside can set them: they are removed on arrival. */
export const protocolHeader = 'x-fresh-eyes-protocol';
export const hostHeader = 'x-fresh-eyes-host';
export const addressHeader = 'x-fresh-eyes-address';

const foreign = /^(x-fresh-eyes-|x-forwarded-|x-original-|x-rewrite-)|^(forwarded|x-real-ip|x-host)$/;

/**
 * Makes a request speak of the product's own address, whatever the sender claims: links in mails and redirects are built
 * from it, and a forged Host must not reach them. Who asks is the sender, or whom the outermost of so many trusted proxies
 * names as having asked it; what a sender writes into X-Forwarded-For stands further left and counts for nothing.
 */
export function settleAddress(request: IncomingMessage, origin: URL, proxies: number): void {
	const asker = askedBy(request, proxies);
	for (const name of Object.keys(request.headers)) {
		if (foreign.test(name)) delete request.headers[name];
	}
	request.headers.host = origin.host;
	request.headers[protocolHeader] = origin.protocol.slice(0, -1);
	request.headers[hostHeader] = origin.host;
	request.headers[addressHeader] = asker;
}

function askedBy(request: IncomingMessage, proxies: number): string {
	const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',');
	const named = proxies > 0 ? forwarded.at(-proxies)?.trim() : undefined;
	return named !== undefined && isIP(named) > 0 ? named : (request.socket.remoteAddress ?? '');
}

/**
 * Where to send a browser that came by another name of this machine (127.0.0.1 for localhost): its forms would be refused
 * as coming from another site. Null when the request is already where it belongs or came through a proxy.
 */
export function betterAddress(request: IncomingMessage, origin: URL): string | null {
	const readable = request.method === 'GET' || request.method === 'HEAD';
	if (!readable || origin.hostname !== 'localhost') return null;
	const named = request.headers.host;
	const alias = named === `127.0.0.1:${origin.port}` || named === `[::1]:${origin.port}`;
	return alias && request.url?.startsWith('/') ? `${origin.origin}${request.url}` : null;
}
