import { randomUUIDv7 } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../db/database.ts';
import { hashToken } from './token.ts';

/**
 * Tries allowed, and within how many minutes. Tight for one account, generous for a network address, which a whole school may share;
 * an inviter may bring in a large partnership in an evening, and no more strangers than that.
 * Links and invitations hold 192 random bits, so spending one needs no limit.
 */
export const triesAllowed = {
	account: { tries: 5, minutes: 15 },
	address: { tries: 60, minutes: 15 },
	'set-up': { tries: 10, minutes: 15 },
	invitation: { tries: 60, minutes: 60 },
} as const;
const longestMinutes = Math.max(...Object.values(triesAllowed).map(({ minutes }) => minutes));

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
	const allowed = triesAllowed[kind];
	const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
	return database.signIn(async (db) => {
		// Tries that arrive together are counted one after another.
		await sql`select pg_advisory_xact_lock(hashtext(${subject}))`.execute(db);
		await db.deleteFrom('sign_in_attempt').where('at', '<', before(longestMinutes)).execute();
		await db.insertInto('sign_in_attempt').values({ id: randomUUIDv7(), subject, at: now }).execute();
		const { tries } = await db
			.selectFrom('sign_in_attempt')
			.select(({ fn }) => fn.countAll<number>().as('tries'))
			.where('subject', '=', subject)
			.where('at', '>=', before(allowed.minutes))
			.executeTakeFirstOrThrow();
		return tries <= allowed.tries;
	});
}
