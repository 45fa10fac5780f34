import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { insertOnce, type Insertion } from '#platform/db/insert-once.ts';
import type { LeftOut } from './left-out.ts';
import type { Publisher } from '../said.ts';
import type { Statement } from './statements.ts';

export interface NewImport {
	partnershipId: string;
	id: string;
	fileName: string;
	layout: string;
	broughtBy: string;
	added: number;
	changed: number;
	same: number;
	leftOut: readonly LeftOut[];
}

export const insertImport = (ctx: Context, made: NewImport): Promise<Insertion> =>
	insertOnce(
		ctx.db,
		'outcome_import',
		{
			...{ partnership_id: made.partnershipId, id: made.id, file_name: made.fileName, layout: made.layout },
			...{ brought_by: made.broughtBy, brought_at: ctx.now },
			...{ added: made.added, changed: made.changed, same: made.same },
			left_out: JSON.stringify(made.leftOut),
		},
		['brought_by'],
	);

/** A figure, and when it was said: null is now. What a file only says too was said when that was. */
export type ToKeep = Statement & { statedAt: Date | null };

/** A figure to keep, and which of the sets of keys it is stored under. */
export type Keyed = ToKeep & { keys: number };

/** All figures of an import in one statement; `keySets` are few, figures may be many. */
export async function insertFigures(
	ctx: Context,
	of: { partnershipId: string; importId: string; publisher: Publisher; keySets: readonly string[][] },
	figures: readonly Keyed[],
): Promise<void> {
	await sql`
		insert into imported_figure (partnership_id, import_id, school_id, publisher, urn, measure, pupil_group, year, value, pupils,
			few, stated_at, keys)
		select ${of.partnershipId}::uuid, ${of.importId}::uuid, f."schoolId", ${of.publisher}, f.urn, f.measure, f."group", f.year,
			f.value, f.pupils, f.few, coalesce(f."statedAt", ${ctx.now}), s.keys
		from jsonb_to_recordset(${JSON.stringify(figures)}::jsonb) as f
			("schoolId" uuid, urn integer, measure text, "group" text, year text, value numeric, pupils integer, few boolean,
			"statedAt" timestamptz, keys integer)
		join (select number - 1 as number, array(select jsonb_array_elements_text(one)) as keys
			from jsonb_array_elements(${JSON.stringify(of.keySets)}::jsonb) with ordinality as k (one, number)) s on s.number = f.keys
		`.execute(ctx.db);
}

/** Takes an import back. One that was taken back already stays so. */
export async function markUndone(
	ctx: Context,
	{ partnershipId, importId }: { partnershipId: string; importId: string },
	by: string,
): Promise<void> {
	await ctx.db
		.updateTable('outcome_import')
		.set({ undone_by: by, undone_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', importId)
		.where('undone_at', 'is', null)
		.execute();
}
