import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { OutsideSupport } from './outside.ts';

type Arranged = Pick<OutsideSupport, 'id' | 'kind' | 'provider' | 'words' | 'pounds' | 'payer' | 'day'>;

export async function insertOutside(
	ctx: Context,
	partnershipId: string,
	arranged: Arranged,
	requestIds: readonly string[],
	by: string,
): Promise<Insertion> {
	const row = { partnership_id: partnershipId, ...arranged, arranged_by: by, arranged_at: ctx.now };
	const made = await insertOnce(ctx.db, 'outside_support', row, ['arranged_by', 'kind']);
	if (made === 'made')
		await ctx.db
			.insertInto('outside_request')
			.values(
				requestIds.map((request_id) => ({
					...{ partnership_id: partnershipId, outside_id: arranged.id, request_id },
				})),
			)
			.execute();
	return made;
}

/** What became of it. False where it is no longer at `version`. */
export async function updateOutside(
	ctx: Context,
	partnershipId: string,
	{
		id,
		version,
		...told
	}: { id: string; version: number } & (Pick<OutsideSupport, 'answer'> | { ended_because: string }),
	by: string,
): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('outside_support')
		.set({ ...told, version: version + 1, told_by: by, told_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}
