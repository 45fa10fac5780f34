import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { OwnLimit } from './limit.ts';

/** What people of a partnership have said themselves, as far as the actor may read it; of one alone where they are given. */
export async function ownLimits(
	ctx: Context,
	partnershipId: string,
	personId: string | null = null,
): Promise<OwnLimit[]> {
	const { rows } = await sql<OwnLimit>`
		select person_id as "personId", days_a_term as "daysATerm", days_a_year as "daysAYear", version
		from release_limit
		where partnership_id = ${partnershipId} and (${personId}::uuid is null or person_id = ${personId}::uuid)
		limit 1000`.execute(ctx.db);
	return rows;
}
