import { AsyncLocalStorage } from 'node:async_hooks';
import { Kysely } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { Connections } from './connection.ts';
import type { Database, Work } from './database.ts';
import { type Opening, openingAs } from './opening.ts';
import { roleDialect } from './role-dialect.ts';

/** The ways to open a transaction, over the connections of either engine. */
export function transactions(app: Connections, owner: Connections): Omit<Database, 'engine' | 'close'> {
	const inside = new AsyncLocalStorage<true>();

	async function run<T>(connections: Connections, opening: Opening, work: Work<T>): Promise<T> {
		if (inside.getStore())
			throw new Error('A transaction was opened inside another. Pass the open one on instead.');
		const kysely = new Kysely<Tables>({ dialect: roleDialect(connections, opening) });
		return inside.run(true, () => kysely.transaction().execute(work));
	}

	return {
		as: (principal, today, work) => run(app, openingAs('fresh_eyes_app', principal, today), work),
		signIn: (work) => run(app, openingAs('fresh_eyes_sign_in'), work),
		signInKysely: new Kysely<Tables>({ dialect: roleDialect(app, openingAs('fresh_eyes_sign_in')) }),
		asOwner: (work) => run(owner, 'owner', work),
	};
}
