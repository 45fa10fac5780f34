import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { Publisher } from '../said.ts';
import type { SchoolYear } from '../year.ts';
import type { Mapping } from './mapping.ts';
import type { Sheet } from './sheet.ts';
import type { Reading } from './statements.ts';

interface Key {
	partnershipId: string;
	readingId: string;
}

/** A file chosen, before a row of it is read. */
export const insertReading = (
	ctx: Context,
	{ partnershipId, readingId }: Key,
	of: { fileName: string; year: SchoolYear | null; schoolId: string | null; readBy: string },
): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'outcome_reading',
		{
			...{ partnership_id: partnershipId, id: readingId, file_name: of.fileName, year: of.year },
			...{ school_id: of.schoolId, read_by: of.readBy, read_at: ctx.now, told_at: ctx.now },
		},
		['read_by'],
	);

const open = (ctx: Context, { partnershipId, readingId }: Key) =>
	ctx.db
		.updateTable('outcome_reading')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', readingId)
		.where('refused', 'is', null);

export async function tellRows(ctx: Context, key: Key, rows: number, of: number | null): Promise<void> {
	await open(ctx, key).set({ told_at: ctx.now, rows_read: rows, rows_in_all: of }).execute();
}

export async function endReading(
	ctx: Context,
	key: Key,
	ended: { read: Reading } | { sheet: Sheet } | { refused: string },
): Promise<void> {
	await open(ctx, key)
		.set(
			'read' in ended
				? { reading: JSON.stringify(ended.read) }
				: 'sheet' in ended
					? { sheet: JSON.stringify(ended.sheet) }
					: ended,
		)
		.execute();
}

/** Says whose figures a file that was read holds. */
export async function setPublisher(ctx: Context, key: Key, publisher: Publisher): Promise<void> {
	await open(ctx, key)
		.set({ reading: sql`jsonb_set(reading, '{publisher}', to_jsonb(${publisher}::text))` })
		.execute();
}

export async function deleteReading(ctx: Context, { partnershipId, readingId }: Key): Promise<void> {
	await ctx.db
		.deleteFrom('outcome_reading')
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', readingId)
		.execute();
}

/** Keeps what columns are, for the next file with the same headings. */
export async function keepMapping(
	ctx: Context,
	kept: { partnershipId: string; headings: string; mapping: Mapping; keptBy: string },
): Promise<void> {
	const said = { mapping: JSON.stringify(kept.mapping), kept_by: kept.keptBy, kept_at: ctx.now };
	await ctx.db
		.insertInto('column_mapping')
		.values({ partnership_id: kept.partnershipId, headings: kept.headings, ...said })
		.onConflict((conflict) => conflict.columns(['partnership_id', 'headings']).doUpdateSet(said))
		.execute();
}
