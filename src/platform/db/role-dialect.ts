import {
	type CompiledQuery,
	type DatabaseConnection,
	type Dialect,
	type Driver,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type QueryResult,
} from 'kysely';
import type { Connections } from './connection.ts';
import type { Opening } from './opening.ts';
import { refuseEscape } from './statement-guard.ts';

/**
 * A Kysely dialect in which no statement runs outside a transaction that has taken its role: a connection begins one
 * when it is taken and ends it, at the latest, when it is given back.
 */
export function roleDialect(connections: Connections, opening: Opening): Dialect {
	return {
		createAdapter: () => new PostgresAdapter(),
		createDriver: () => new RoleDriver(connections, opening),
		createIntrospector: (db) => new PostgresIntrospector(db),
		createQueryCompiler: () => new PostgresQueryCompiler(),
	};
}

class RoleDriver implements Driver {
	readonly #connections: Connections;
	readonly #opening: Opening;

	constructor(connections: Connections, opening: Opening) {
		this.#connections = connections;
		this.#opening = opening;
	}

	async init() {}

	async acquireConnection(): Promise<RoleConnection> {
		const connection = await this.#connections.take();
		try {
			await connection.statement('begin');
			if (this.#opening !== 'owner') await connection.statement(this.#opening.text, this.#opening.values);
		} catch (error) {
			connection.release(true);
			throw error;
		}
		return new RoleConnection(connection, this.#opening !== 'owner');
	}

	async beginTransaction() {}

	async commitTransaction(connection: RoleConnection) {
		await connection.commit();
	}

	async rollbackTransaction(connection: RoleConnection) {
		await connection.rollback();
	}

	async releaseConnection(connection: RoleConnection) {
		await connection.giveBack();
	}

	/** The connections outlive every Kysely made over them. */
	async destroy() {}
}

type Taken = Awaited<ReturnType<Connections['take']>>;

class RoleConnection implements DatabaseConnection {
	readonly #taken: Taken;
	readonly #guarded: boolean;
	#state: 'open' | 'failed' | 'ended' | 'broken' = 'open';

	constructor(taken: Taken, guarded: boolean) {
		this.#taken = taken;
		this.#guarded = guarded;
	}

	async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
		if (this.#state === 'ended' || this.#state === 'broken')
			throw new Error('This transaction has ended: await every query inside the work.');
		if (this.#guarded) refuseEscape(sql);
		try {
			const { command, rowCount, rows } = await this.#taken.statement(sql, parameters);
			return writing.has(command)
				? { rows: rows as R[], numAffectedRows: BigInt(rowCount ?? 0) }
				: { rows: rows as R[] };
		} catch (error) {
			this.#state = 'failed';
			throw error;
		}
	}

	streamQuery(): never {
		throw new Error('Nothing is streamed: ask for a bounded number of rows.');
	}

	async commit(): Promise<void> {
		const { command } = await this.#end('commit');
		// A statement failed, its error was swallowed, and PostgreSQL undid everything: that must not pass for saved.
		if (command !== 'COMMIT')
			throw new Error('Nothing was saved, because a statement of the transaction had failed.');
	}

	async rollback(): Promise<void> {
		await this.#end('rollback');
	}

	/** Ends what a lone statement began: its own failure has been thrown already. */
	async giveBack(): Promise<void> {
		try {
			if (this.#state === 'failed') await this.rollback();
			if (this.#state === 'open') await this.commit();
		} finally {
			this.#taken.release(this.#state === 'broken');
		}
	}

	async #end(how: 'commit' | 'rollback') {
		this.#state = 'ended';
		try {
			return await this.#taken.statement(how);
		} catch (error) {
			this.#state = 'broken';
			throw error;
		}
	}
}

const writing = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);
