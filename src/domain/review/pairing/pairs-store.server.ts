import type { Context } from '#platform/context.ts';
import { rowOf, type ReviewKey } from '../review-key.ts';
import type { Pairing } from './pairing.ts';

/** Keeps who goes with somebody; `version` 0 is the first. False where somebody else said otherwise meanwhile. */
export async function upsertPairing(
	ctx: Context,
	review: ReviewKey,
	pairing: Pick<Pairing, 'personId' | 'staffId' | 'name' | 'post' | 'version'>,
	by: string,
): Promise<boolean> {
	const { personId, staffId, name, post, version } = pairing;
	const row = {
		...{ staff_id: staffId, name, post },
		...{ version: version + 1, said_by: by, said_at: ctx.now },
	};
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('pairing')
		.values({ ...rowOf(review), person_id: personId, ...row })
		.onConflict((conflict) =>
			conflict
				.columns(['partnership_id', 'review_id', 'person_id'])
				.doUpdateSet(row)
				.where('pairing.version', '=', version),
		)
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
