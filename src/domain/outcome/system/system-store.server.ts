import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { SaidOfSystem } from './input.ts';

interface Written {
	id: string;
	said: SaidOfSystem;
	by: string;
}

const columns = (ctx: Context, { name, usedFor, sinceYear, untilYear }: SaidOfSystem, by: string) => ({
	...{ name, used_for: usedFor, since_year: sinceYear, until_year: untilYear || null },
	...{ written_by: by, written_at: ctx.now },
});

export const insertSystem = (
	ctx: Context,
	{ partnershipId, memberId }: { partnershipId: string; memberId: string },
	{ id, said, by }: Written,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'assessment_system',
		{ partnership_id: partnershipId, member_id: memberId, id, ...columns(ctx, said, by) },
		['member_id', 'written_by'],
	);

/** False where it is no longer at `version`, or was taken back. */
export async function updateSystem(
	ctx: Context,
	partnershipId: string,
	{ id, version, said, by }: Written & { version: number },
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, partnershipId, id)
		.set({ ...columns(ctx, said, by), version: version + 1 })
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function takeBack(ctx: Context, partnershipId: string, id: string, by: string): Promise<void> {
	await standing(ctx, partnershipId, id).set({ taken_back_at: ctx.now, written_by: by }).execute();
}

const standing = (ctx: Context, partnershipId: string, id: string) =>
	ctx.db
		.updateTable('assessment_system')
		.where(({ and }) => and({ partnership_id: partnershipId, id }))
		.where('taken_back_at', 'is', null);
