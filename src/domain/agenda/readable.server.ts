import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';

/** What of a review there is for somebody to read now, by the keys on its rows. */
export type Readable = Record<
	'evidence' | 'findings' | 'report' | 'workshop' | 'actions' | 'lookBack',
	boolean
>;

export async function readableNow(
	ctx: Context,
	review: { partnershipId: string; id: string },
): Promise<Readable> {
	const any = (table: string, also = sql``) =>
		sql`exists (select from ${sql.table(table)} where partnership_id = ${review.partnershipId} and review_id = ${review.id} ${also})`;
	const standing = sql`and taken_back_at is null`;
	const { rows } = await sql<Readable>`
		select ${any('evidence')} as evidence, ${any('finding')} as findings, ${any('edition')} as report,
			${any('workshop')} as workshop, ${any('action')} or ${any('impact', standing)} or ${any('baseline', standing)} as actions, ${any('look_back')} as "lookBack"`.execute(
		ctx.db,
	);
	return rows[0]!;
}
