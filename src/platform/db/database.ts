import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { Principal } from '../principal.ts';

/** One open transaction. What a piece of work may do is decided by the role it was opened with. */
export type Work<T> = (db: Transaction<Tables>) => Promise<T>;

/**
 * The one way to the data. Each method opens a transaction under one role, runs the work and commits; when the work
 * throws, everything it did is undone and the error passes on. The promise resolves only after the commit has reached
 * the disk: whoever waits for it may say *saved*.
 *
 * Opening one inside another is refused: the embedded engine has one connection and would wait for itself.
 */
export interface Database {
	readonly engine: 'embedded' | 'postgresql';
	/** As somebody, on a London day ('YYYY-MM-DD'), under row-level security (role `fresh_eyes_app`). */
	as<T>(principal: Principal, today: string, work: Work<T>): Promise<T>;
	/** Sessions and magic links, and nothing of the domain (role `fresh_eyes_sign_in`). */
	signIn<T>(work: Work<T>): Promise<T>;
	/** For the sign-in library, which asks in its own way: each query is a transaction of its own under `fresh_eyes_sign_in`. */
	readonly signInKysely: Kysely<Tables>;
	/** The tables' owner, past all policies: only to migrate, move and load the register. */
	asOwner<T>(work: Work<T>): Promise<T>;
	close(): Promise<void>;
}
