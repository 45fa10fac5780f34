import { sql, type Transaction } from 'kysely';
import type { Tables } from '#db/tables.ts';

/** What a complete load put into the tables of public data. The hash tells one content from another. */
export interface Edition {
	hash: string;
	/** The day the data was taken, 'YYYY-MM-DD'. */
	asOf: string;
}

type Subject = 'register' | 'results';

/** The edition that the tables hold now, or null before the first load is complete. */
export async function heldEdition(db: Transaction<Tables>, subject: Subject): Promise<Edition | null> {
	const row = await db
		.selectFrom('reference_edition')
		.select(['hash', 'as_of as asOf'])
		.where('subject', '=', subject)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row ?? null;
}

/** Written last: until then a load cut short counts for nothing and is done again. */
export async function recordEdition(
	db: Transaction<Tables>,
	subject: Subject,
	{ hash, asOf }: Edition,
): Promise<void> {
	await sql`insert into reference_edition (subject, hash, as_of) values (${subject}, ${hash}, ${asOf})`.execute(
		db,
	);
}

/**
 * Whether what ships with the product has yet to be loaded: nothing has been, or what has been is older. Data that an
 * operator loaded since stays.
 */
export const isNewer = (shipped: Edition, held: Edition | null): boolean =>
	held === null || (shipped.hash !== held.hash && shipped.asOf > held.asOf);
