import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** More open reviews than anybody has a part in; of more, those nearest to today. */
const most = 200;

/**
 * Ids of the reviews in which something may be asked of the actor: they are on the team, head the host, or hold a
 * responsibility that protocols ask things of. Closed reviews, and those over before `since`, are left out.
 */
export async function concerned(ctx: Context, since: string): Promise<string[]> {
	const { rows } = await sql<{ id: string }>`
		select id from app_concerning_reviews(${since}::date, ${most}) id`.execute(ctx.db);
	return rows.map(({ id }) => id);
}
