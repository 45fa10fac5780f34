import { sql } from 'kysely';
import type { OpenReview } from '#domain/review/open.server.ts';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { TellingOfImpact } from './input.ts';

type OfReview = Pick<OpenReview, 'partnershipId' | 'id'>;

const rowOf = (ctx: Context, { actionId, inspectedOn, ...told }: TellingOfImpact, toldBy: string) => ({
	...told,
	action_id: actionId || null,
	inspected_on: inspectedOn || null,
	told_by: toldBy,
	told_at: ctx.now,
});

interface New {
	id: string;
	told: TellingOfImpact;
	toldBy: string;
	keys: string[];
}

/** @param own what a row under the same id must share to be the same: its author, too, but where what stands elsewhere is told, by whichever head */
export async function insertImpact(
	ctx: Context,
	review: OfReview,
	{ id, told, toldBy, keys }: New,
	own: readonly ('review_id' | 'told_by')[],
): Promise<Insertion> {
	return insertOnce(
		ctx.db,
		'impact',
		{ partnership_id: review.partnershipId, review_id: review.id, id, ...rowOf(ctx, told, toldBy), keys },
		own,
	);
}

/** False where it is no longer at `version`, or was taken back. */
export async function updateImpact(
	ctx: Context,
	review: OfReview,
	{ id, version, told, toldBy }: { id: string; version: number; told: TellingOfImpact; toldBy: string },
): Promise<boolean> {
	const { numUpdatedRows } = await standing(ctx, review, id)
		.set({ ...rowOf(ctx, told, toldBy), version: version + 1, former: withWhatStood(ctx) })
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** Tells it again under the same id, where it was taken back. */
export async function tellAgain(
	ctx: Context,
	review: OfReview,
	{ id, told, toldBy }: { id: string; told: TellingOfImpact; toldBy: string },
): Promise<void> {
	await ctx.db
		.updateTable('impact')
		.set({
			...rowOf(ctx, told, toldBy),
			taken_back_at: null,
			taken_back_by: null,
			version: sql<number>`version + 1`,
		})
		.where(({ and }) => and({ partnership_id: review.partnershipId, review_id: review.id, id }))
		.where('taken_back_at', 'is not', null)
		.execute();
}

/** What an impact says is kept when it is told otherwise: somebody may have read it. */
const withWhatStood = (
	ctx: Context,
) => sql<string>`former || jsonb_build_object('words', words, 'pupils', pupils, 'until', ${ctx.now}::timestamptz,
	'measure', case when measure <> '' then jsonb_build_object('what', measure, 'before', before, 'now', now) end)`;

export async function takeBack(ctx: Context, review: OfReview, id: string, by: string): Promise<void> {
	await standing(ctx, review, id).set({ taken_back_at: ctx.now, taken_back_by: by }).execute();
}

const standing = (ctx: Context, review: OfReview, id: string) =>
	ctx.db
		.updateTable('impact')
		.where('partnership_id', '=', review.partnershipId)
		.where('review_id', '=', review.id)
		.where('id', '=', id)
		.where('taken_back_at', 'is', null);
