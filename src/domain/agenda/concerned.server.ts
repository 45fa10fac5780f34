import { sql } from 'kysely';
import type { Stamped } from '#domain/review/kept-facts.server.ts';
import type { Context } from '#platform/context.ts';

/** More open reviews than anybody has a part in; of more, those nearest to today. */
const most = 200;

/**
 * The reviews, with the stamps of their facts, in which something may be asked of the actor: they are on the team, head the host, or hold a
 * responsibility that protocols ask things of. Closed reviews, and those over before `since`, are left out.
 */
export async function concerned(ctx: Context, since: string): Promise<Stamped[]> {
	const { rows } = await sql<Stamped>`
		select review_id as id, stamp from app_concerning_reviews(${since}::date, ${most})`.execute(ctx.db);
	return rows;
}
