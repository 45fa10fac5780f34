import { randomBytes } from 'node:crypto';
import type { Database } from '../db/database.ts';
import { hashToken, newToken } from './token.ts';

/** The key that signs this installation's cookies: made at the first start, shared by all its processes. */
export async function installationSecret(database: Database): Promise<string> {
	return database.signIn(async (db) => {
		await db
			.insertInto('installation')
			.values({ secret: randomBytes(32).toString('base64url') })
			.onConflict((conflict) => conflict.doNothing())
			.execute();
		const { secret } = await db.selectFrom('installation').select('secret').executeTakeFirstOrThrow();
		return secret;
	});
}

/** A fresh token for the first set-up while nobody exists yet, replacing any earlier one; null once somebody does. */
export async function openSetUp(database: Database): Promise<string | null> {
	return database.signIn(async (db) => {
		if (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) return null;
		const { token, hash } = newToken();
		await db.updateTable('installation').set({ set_up_token_hash: hash }).execute();
		return token;
	});
}

/** Whether a first set-up is still open: nobody exists yet. */
export async function isSetUpOpen(database: Database): Promise<boolean> {
	return database.signIn(
		async (db) => !(await db.selectFrom('person').select('id').limit(1).executeTakeFirst()),
	);
}

/**
 * Makes the first person, once, for whoever holds the token that start-up printed. Refuses a wrong or spent token and any
 * token once somebody exists. Returns whether it was done.
 */
export async function setUpFirstPerson(
	database: Database,
	{ token, id, name, email }: { token: string; id: string; name: string; email: string },
): Promise<boolean> {
	return database.signIn(async (db) => {
		const spent = await db
			.updateTable('installation')
			.set({ set_up_token_hash: null })
			.where('set_up_token_hash', '=', hashToken(token.trim()))
			.where(({ not, exists, selectFrom }) => not(exists(selectFrom('person').select('id'))))
			.executeTakeFirst();
		if (spent.numUpdatedRows === 0n) return false;
		await db.insertInto('person').values({ id, name, email: email.toLowerCase() }).execute();
		return true;
	});
}
