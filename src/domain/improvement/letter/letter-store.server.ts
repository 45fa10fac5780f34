import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

export interface Letters {
	personId: string;
	lastDay: string;
	letters: readonly { id: string; actionId: string; tokenHash: string }[];
}

/** Keeps the digests of secrets, each about one action that the actor reads. */
export async function insertLetters(ctx: Context, { personId, lastDay, letters }: Letters): Promise<void> {
	const column = (name: 'id' | 'actionId' | 'tokenHash') => letters.map((one) => one[name]);
	await sql`
		insert into action_letter (partnership_id, id, review_id, action_id, person_id, token_hash, last_day)
		select a.partnership_id, l.id, a.review_id, a.id, ${personId}, l.token_hash, ${lastDay}::date
		from unnest(${column('id')}::uuid[], ${column('actionId')}::uuid[], ${column('tokenHash')}::text[]) as l (id, action_id, token_hash)
		join action a on a.id = l.action_id`.execute(ctx.db);
}
