import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import { of, type OfReview } from '../store.server.ts';
import type { TakenHome } from './taken-home.ts';

export type Taken = Omit<TakenHome, 'id' | 'version'>;

const columns = (ctx: Context, { memberId, kind, words, opened }: Taken) => ({
	...{ member_id: memberId, kind, words, opened },
	written_at: ctx.now,
});

export const insertTakenHome = (
	ctx: Context,
	review: OfReview,
	{ id, taken, by }: { id: string; taken: Taken; by: string },
): Promise<Insertion> =>
	insertOnce(ctx.db, 'taken_home', { ...of(review), id, ...columns(ctx, taken), written_by: by }, [
		'review_id',
		'written_by',
	]);

/** False where it is no longer at `version`, or was taken back. */
export async function updateTakenHome(
	ctx: Context,
	review: OfReview,
	{ id, version, taken, by }: { id: string; version: number; taken: Taken; by: string },
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, review, id, by)
		.set({ ...columns(ctx, taken), version: version + 1 })
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function takeBack(ctx: Context, review: OfReview, id: string, by: string): Promise<void> {
	await standing(ctx, review, id, by).set({ taken_back_at: ctx.now }).execute();
}

const standing = (ctx: Context, review: OfReview, id: string, by: string) =>
	ctx.db
		.updateTable('taken_home')
		.where(({ and }) => and({ ...of(review), id, written_by: by }))
		.where('taken_back_at', 'is', null);
