import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
import type { Database } from '../db/database.ts';
import { queueLetter } from '../mail/letter.ts';
import { signInLetter } from './letters.ts';
import { newToken } from './token.ts';

/** How long a link that was asked for signs in. An invitation's lasts 14 days. */
export const linkMinutes = 30;

/**
 * Writes a link for an address and returns its token. It signs in the person who has that address when it is used, and
 * nobody if there is none. Runs in a transaction of the sign-in role.
 */
export async function issueLink(
	db: Transaction<Tables>,
	email: string,
	lifetimeMinutes: number,
	now: Date,
): Promise<string> {
	const { token, hash } = newToken();
	await db.deleteFrom('verification').where('expires_at', '<', now).execute();
	await db
		.insertInto('verification')
		.values({
			id: randomUUIDv7(),
			identifier: `magic-link:${hash}`,
			value: JSON.stringify({ type: 'magic-link', email: email.toLowerCase() }),
			expires_at: new Date(now.getTime() + lifetimeMinutes * 60_000),
		})
		.execute();
	return token;
}

/**
 * Queues a letter with a sign-in link if the address belongs to someone. The answer is the same either way, and so is nearly
 * all of the work, so that neither tells whether it does. `next` is where the person was going.
 */
export async function mailLink(
	database: Database,
	origin: string,
	email: string,
	next: string,
	now: Date,
): Promise<void> {
	await database.signIn(async (db) => {
		const token = await issueLink(db, email, linkMinutes, now);
		const person = await db
			.selectFrom('person')
			.select(['name', 'email'])
			.where('email', '=', email.toLowerCase())
			.executeTakeFirst();
		if (person) await queueLetter(db, signInLetter(person, linkAddress(origin, token, next), linkMinutes));
	});
}

/** The page whose button spends the token. */
export function linkAddress(origin: string, token: string, next = '/'): string {
	const query = new URLSearchParams(next === '/' ? { token } : { token, next });
	return `${origin}/sign-in/link?${query}`;
}
