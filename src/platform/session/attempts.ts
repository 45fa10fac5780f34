import { randomUUIDv7 } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';
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
	// Wrong ones alone are counted: eighty phones of one school come from one address.
	'workshop code': { tries: 60, minutes: 15 },
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
	const { subject, since } = asked(kind, name, now);
	return database.signIn(async (db) => {
		// Tries that arrive together are counted one after another.
		await sql`select pg_advisory_xact_lock(hashtext(${subject}))`.execute(db);
		await db.deleteFrom('sign_in_attempt').where('at', '<', minutesBefore(now, longestMinutes)).execute();
		await db.insertInto('sign_in_attempt').values({ id: randomUUIDv7(), subject, at: now }).execute();
		return (await triesOf(db, subject, since)) <= triesAllowed[kind].tries;
	});
}

/** Whether a subject has a try left, for what is counted only when it fails. */
export const hasTriesLeft = (
	database: Database,
	kind: keyof typeof triesAllowed,
	name: string,
	now: Date,
): Promise<boolean> => {
	const { subject, since } = asked(kind, name, now);
	return database.signIn(async (db) => (await triesOf(db, subject, since)) < triesAllowed[kind].tries);
};

const minutesBefore = (now: Date, minutes: number) => new Date(now.getTime() - minutes * 60_000);

const asked = (kind: keyof typeof triesAllowed, name: string, now: Date) => ({
	subject: hashToken(`${kind}:${name.toLowerCase()}`),
	since: minutesBefore(now, triesAllowed[kind].minutes),
});

async function triesOf(db: Transaction<Tables>, subject: string, since: Date): Promise<number> {
	const { tries } = await db
		.selectFrom('sign_in_attempt')
		.select(({ fn }) => fn.countAll<number>().as('tries'))
		.where('subject', '=', subject)
		.where('at', '>=', since)
		.executeTakeFirstOrThrow();
	return Number(tries);
}
