import type { Insertable, Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';

/** What became of a row whose id was made with the form. */
export type Insertion = 'made' | 'made before' | 'taken';

/**
 * Inserts a row under the id that came with its form. The same form sent again changes nothing. Ids are no secret, so it is
 * the same only where `own` columns agree too, such as the review and the author: else the id is taken by another row.
 */
export async function insertOnce<T extends keyof Tables>(
	db: Transaction<Tables>,
	table: T,
	row: Insertable<Tables[T]> & { partnership_id: string; id: string },
	own: readonly (keyof Insertable<Tables[T]> & string)[],
): Promise<Insertion> {
	const { numInsertedOrUpdatedRows } = await db
		.insertInto(table)
		.values(row)
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	if (numInsertedOrUpdatedRows === 1n) return 'made';
	const same = ['partnership_id', 'id', ...own].map((column) => [column, row[column as keyof typeof row]]);
	const before = await db
		.selectFrom(table as 'decision')
		.select('id')
		.where(({ and }) => and(Object.fromEntries(same)))
		.executeTakeFirst();
	return before ? 'made before' : 'taken';
}
