import { Duplex } from 'node:stream';
import type { Worker } from 'node:worker_threads';

type Done = (error?: Error | null) => void;

/** What the `pg` driver takes for its socket: bytes written go to the database's thread, its answers are read from here. */
export class WorkerStream extends Duplex {
	readonly #worker: Worker;
	readonly #onAnswer = (answer: unknown) => {
		if (answer instanceof Uint8Array && answer.length > 0)
			this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.length));
	};
	readonly #onExit = () => this.destroy(new Error('The embedded database has stopped.'));

	constructor(worker: Worker) {
		super();
		this.#worker = worker;
		worker.on('message', this.#onAnswer);
		worker.once('exit', this.#onExit);
	}

	connect(): this {
		const ended = this.#worker.threadId === -1;
		queueMicrotask(() => (ended ? this.#onExit() : this.emit('connect')));
		return this;
	}

	setNoDelay(): this {
		return this;
	}

	setKeepAlive(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}

	override _read(): void {}

	override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
		this.#send([chunk]);
		done();
	}

	/** The driver writes parse, bind, execute and sync together: one message to the thread, one answer. */
	override _writev(chunks: { chunk: Buffer }[], done: Done): void {
		this.#send(chunks.map(({ chunk }) => chunk));
		done();
	}

	override _final(done: Done): void {
		done();
		this.push(null);
	}

	override _destroy(error: Error | null, done: Done): void {
		this.#worker.off('message', this.#onAnswer);
		this.#worker.off('exit', this.#onExit);
		done(error);
	}

	#send(chunks: Buffer[]): void {
		const bytes = new Uint8Array(Buffer.concat(chunks));
		if (bytes[0] !== terminate) this.#worker.postMessage(bytes, [bytes.buffer]);
	}
}

/** The driver's farewell: it ends the connection, and the database stays open for the next one. */
const terminate = 'X'.charCodeAt(0);
