import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { hashToken } from './token.ts';

/**
 * Tries allowed within 15 minutes. Tight for one account, generous for a network address, which a whole school may share.
 * Links and invitations hold 192 random bits, so spending one needs no limit.
 */
export const triesAllowed = { account: 5, address: 60, 'set-up': 10 } as const;
const windowMinutes = 15;

/**
 * Counts one try by a subject (an account's email, a network address) and says whether it may go on. Kept in the database,
 * so that a restart or a second process does not reset it, and as a digest, so that it is no list of addresses.
 */
export async function mayTry(
	database: Database,
	kind: keyof typeof triesAllowed,
	name: string,
	now: Date,
): Promise<boolean> {
	const subject = hashToken(`${kind}:${name.toLowerCase()}`);
	const since = new Date(now.getTime() - windowMinutes * 60_000);
	return database.signIn(async (db) => {
		// Tries that arrive together are counted one after another.
		await sql`select pg_advisory_xact_lock(hashtext(${subject}))`.execute(db);
		await db.deleteFrom('sign_in_attempt').where('at', '<', since).execute();
		await db.insertInto('sign_in_attempt').values({ id: randomUUIDv7(), subject, at: now }).execute();
		const { tries } = await db
			.selectFrom('sign_in_attempt')
			.select(({ fn }) => fn.countAll<number>().as('tries'))
			.where('subject', '=', subject)
			.executeTakeFirstOrThrow();
		return tries <= triesAllowed[kind];
	});
}
