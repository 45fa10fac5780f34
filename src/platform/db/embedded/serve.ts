import type { MessagePort } from 'node:worker_threads';
import type { PGlite } from '@electric-sql/pglite';

/**
 * Answers PostgreSQL's wire protocol, bytes for bytes, like a server behind a socket; says 'open' when it is ready and
 * closes on 'end'. The answer to a commit is sent after PostgreSQL has flushed it, because all of it is one synchronous call.
 */
export function serve(database: PGlite, port: MessagePort): void {
	port.on('message', async (request: Uint8Array | 'end') => {
		if (request === 'end') {
			await database.close();
			port.close();
			return;
		}
		if (isStart(request)) await clean(database);
		const answer = database.execProtocolRawSync(request).slice();
		port.postMessage(answer, [answer.buffer]);
	});
	port.postMessage('open');
}

/** Only the first packet of a connection begins with its length instead of a letter. */
const isStart = (request: Uint8Array) => request[0] === 0;

/** A connection that broke may have left a transaction and prepared statements behind. */
async function clean(database: PGlite): Promise<void> {
	await database.exec('rollback');
	await database.exec('discard all');
}
