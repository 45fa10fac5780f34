import { sql } from 'kysely';
import type { Database } from '../db/database.ts';

/** Signing in is accepting: marks the person's open invitations. */
export async function acceptInvitations(database: Database, personId: string): Promise<void> {
	await database.signIn((db) => sql`select accept_invitations(${personId})`.execute(db));
}
