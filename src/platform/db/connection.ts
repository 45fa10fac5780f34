import { createHash } from 'node:crypto';
import pg from 'pg';
import { columnTypes } from './column-types.ts';

/**
 * A connection that sends every statement by the extended protocol, which takes exactly one command, and keeps the plans
 * of those it has seen: planning is half of what a page's query costs. The number kept is bounded because texts with
 * lists of values differ without end.
 */
export class PreparingClient extends pg.Client {
	readonly #names = new Map<string, string>();

	constructor(config?: pg.ClientConfig) {
		super({ ...config, types: columnTypes });
	}

	/** One statement, at most one command. */
	statement(text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> {
		const config: pg.QueryConfig & { queryMode: 'extended' } = {
			text,
			values: [...values],
			queryMode: 'extended',
		};
		const name = this.#nameOf(text);
		if (name) config.name = name;
		return this.query(config);
	}

	/** Several commands in one text, without values: migrations. */
	script(text: string): Promise<unknown> {
		return this.query(text);
	}

	#nameOf(text: string): string | undefined {
		const known = this.#names.get(text);
		if (known || this.#names.size >= plansKept) return known;
		const name = createHash('sha256').update(text).digest('base64url').slice(0, 32);
		this.#names.set(text, name);
		return name;
	}
}

const plansKept = 500;

/** Connections of one login. The pool hands them out in the order they were asked for. */
export class Connections {
	readonly #pool: pg.Pool;

	constructor(config: pg.PoolConfig) {
		this.#pool = new pg.Pool({ ...config, Client: PreparingClient } as pg.PoolConfig);
		// A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
		this.#pool.on('error', () => {});
	}

	async take(): Promise<PreparingClient & pg.PoolClient> {
		return (await this.#pool.connect()) as unknown as PreparingClient & pg.PoolClient;
	}

	async with<T>(work: (connection: PreparingClient) => Promise<T>): Promise<T> {
		const connection = await this.take();
		try {
			const result = await work(connection);
			connection.release();
			return result;
		} catch (error) {
			// Whatever state it was left in is not handed to the next.
			connection.release(true);
			throw error;
		}
	}

	close(): Promise<void> {
		return this.#pool.end();
	}
}
