import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import { of, type OfReview } from '../store.server.ts';
import type { SaidOfBaseline, SaidOfMeasurement } from './input.ts';

interface New<Said> {
	id: string;
	said: Said;
	by: string;
	keys: string[];
}

interface Changed<Said> {
	id: string;
	version: number;
	said: Said;
	by: string;
}

const written = <Said extends { measuredOn: string }>(
	ctx: Context,
	{ measuredOn, ...said }: Said,
	by: string,
) => ({
	...said,
	measured_on: measuredOn,
	written_by: by,
	written_at: ctx.now,
});

export const insertBaseline = (
	ctx: Context,
	review: OfReview,
	{ id, said, by, keys }: New<SaidOfBaseline>,
): Promise<Insertion> =>
	insertOnce(ctx.db, 'baseline', { ...of(review), id, ...written(ctx, said, by), keys }, [
		'review_id',
		'written_by',
	]);

export const insertMeasurement = (
	ctx: Context,
	review: OfReview,
	baselineId: string,
	{ id, said, by, keys }: New<SaidOfMeasurement>,
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'measurement',
		{ ...of(review), id, baseline_id: baselineId, ...written(ctx, said, by), keys },
		['baseline_id', 'written_by'],
	);

/** What was said is kept when it is said otherwise: somebody may have read it. False where it is no longer at `version`, or was taken back. */
export async function updateBaseline(
	ctx: Context,
	review: OfReview,
	{ id, version, said, by }: Changed<SaidOfBaseline>,
): Promise<boolean> {
	const stood = sql<string>`jsonb_build_object('measure', measure, 'framework', framework, 'pupils', pupils, 'hoped', hoped)`;
	const { numUpdatedRows } = await ctx.db
		.updateTable('baseline')
		.where(standing(review, id))
		.set({ ...written(ctx, said, by), version: version + 1, former: withWhatStood(ctx, stood) })
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

/** As `updateBaseline`. */
export async function updateMeasurement(
	ctx: Context,
	review: OfReview,
	{ id, version, said, by }: Changed<SaidOfMeasurement>,
): Promise<boolean> {
	const stood = sql<string>`jsonb_build_object('words', words)`;
	const { numUpdatedRows } = await ctx.db
		.updateTable('measurement')
		.where(standing(review, id))
		.set({ ...written(ctx, said, by), version: version + 1, former: withWhatStood(ctx, stood) })
		.where('version', '=', version)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

const withWhatStood = (ctx: Context, stood: RawBuilder<string>) => sql<string>`former || (${stood}
	|| jsonb_build_object('figure', figure, 'on', measured_on, 'until', ${ctx.now}::timestamptz))`;

export async function takeBack(
	ctx: Context,
	review: OfReview,
	table: 'baseline' | 'measurement',
	{ id, by }: { id: string; by: string },
): Promise<void> {
	await ctx.db
		.updateTable(table)
		.set({ taken_back_at: ctx.now, taken_back_by: by })
		.where(standing(review, id))
		.execute();
}

/** One that was not taken back. */
const standing = (review: OfReview, id: string) => sql<boolean>`partnership_id = ${review.partnershipId}
	and review_id = ${review.id} and id = ${id} and taken_back_at is null`;
