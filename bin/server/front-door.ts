import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { CannotStart } from '../../src/platform/lifecycle.ts';
import { betterAddress, settleAddress } from './own-address.ts';
import { addSafetyHeaders } from './safety-headers.ts';
import { answerNotReady } from './waiting-page.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** The HTTP server. It listens at once and answers with a waiting page until the application is handed over. */
export class FrontDoor {
	readonly #origin: URL;
	readonly #proxies: number;
	readonly #server: Server;
	#application: Answer | null = null;

	/**
	 * `origin` is the one address the product has; `step` says what is being done while it is not ready; `proxies` is how many
	 * stand in front and are believed when they say who asked them.
	 */
	constructor(origin: string, step: () => string, proxies = 0) {
		this.#origin = new URL(origin);
		this.#proxies = proxies;
		this.#server = createServer((request, response) => this.#answer(request, response, step));
	}

	/** Listens, or refuses with CannotStart when the port is taken or not allowed. */
	async listen(port: number, host: string): Promise<void> {
		const { promise, resolve, reject } = Promise.withResolvers<void>();
		this.#server.once('error', (error: NodeJS.ErrnoException) => reject(inPlainWords(error, port, host)));
		this.#server.listen(port, host, resolve);
		await promise;
	}

	handOver(application: Answer): void {
		this.#application = application;
	}

	/** Stops accepting and lets what is under way finish; what is still open after `patienceMs` is cut. */
	async close(patienceMs: number): Promise<void> {
		const cut = setTimeout(() => this.#server.closeAllConnections(), patienceMs);
		// A connection whose answer ends after this would be kept for the next request, of which there is none.
		const idle = setInterval(() => this.#server.closeIdleConnections(), 50);
		await new Promise<void>((resolve) => {
			this.#server.close(() => resolve());
			this.#server.closeIdleConnections();
		});
		clearTimeout(cut);
		clearInterval(idle);
	}

	#answer(request: IncomingMessage, response: ServerResponse, step: () => string): void {
		addSafetyHeaders(response, this.#origin);
		const better = betterAddress(request, this.#origin);
		settleAddress(request, this.#origin, this.#proxies);
		const path = request.url?.split('?', 1)[0];
		if (path === '/healthz') plain(response, 200, 'ok');
		else if (this.#application === null && path === '/readyz') plain(response, 503, `not ready: ${step()}`);
		else if (better !== null && path !== '/readyz') response.writeHead(307, { location: better }).end();
		else if (this.#application === null) answerNotReady(request, response, step());
		else this.#application(request, response);
	}
}

function plain(response: ServerResponse, status: number, text: string): void {
	response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
	response.end(`${text}\n`);
}

function inPlainWords(error: NodeJS.ErrnoException, port: number, host: string): Error {
	if (error.code === 'EADDRINUSE')
		return new CannotStart(`Port ${port} is taken by another program. Stop it, or choose another with PORT.`);
	if (error.code === 'EACCES')
		return new CannotStart(`This user may not listen on port ${port}. Choose one above 1023 with PORT.`);
	if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
		return new CannotStart(`This machine has no address ${host}. Choose another with HOST.`);
	return error;
}
