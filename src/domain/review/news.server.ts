import type { Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';

/**
 * How often something that a day's screens show has changed, by review (migration 0029). A review of which nothing has, or
 * that the actor may not know of, is left out. Whoever reads the number before the rest has all that it counts.
 */
export async function newsOf(
	db: Transaction<Tables>,
	reviewIds: readonly string[],
): Promise<Map<string, number>> {
	const rows = await db
		.selectFrom('news')
		.select(['review_id', 'number'])
		.where('review_id', 'in', reviewIds)
		.execute();
	return new Map(rows.map(({ review_id, number }) => [review_id, number]));
}
