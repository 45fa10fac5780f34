import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { hashToken, isToken } from '#platform/session/token.ts';

/** What the secret of a letter stands for: one action, and who was written to. */
export interface LetterAction {
	personId: string;
	reviewId: string;
	actionId: string;
	title: string;
}

/** Null for a secret that opens nothing, or no longer: expired, of somebody who has left, of an action given up. */
export async function actionOfLetter(ctx: Context, token: string): Promise<LetterAction | null> {
	if (!isToken(token)) return null;
	const { rows } = await sql<LetterAction>`
		select person_id as "personId", review_id as "reviewId", action_id as "actionId", title
		from action_of_letter(${hashToken(token)})`.execute(ctx.db);
	return rows[0] ?? null;
}
