import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import { openedTo } from './opened-to.ts';
import type { EnteredFigure } from './own-queries.server.ts';

interface Key {
	partnershipId: string;
	schoolId: string;
}

/** What is said of a figure now; what was said before stays under it. Returns false where its version has moved on. */
export async function correctFigure(
	ctx: Context,
	{ partnershipId }: Key,
	before: EnteredFigure,
	now: { value: number; pupils: number | null; comment: string; by: string },
): Promise<boolean> {
	const { value, pupils, comment } = before;
	const former = JSON.stringify([{ value, pupils, comment, until: ctx.now }]);
	const { numUpdatedRows } = await ctx.db
		.updateTable('measure')
		.set({
			...{ value: now.value, pupils: now.pupils, comment: now.comment, version: before.version + 1 },
			...{ changed_by: now.by, changed_at: ctx.now },
			// Its comment put right, a figure is said no later than it was.
			...(value === now.value && pupils === now.pupils ? {} : { stated_at: ctx.now }),
			former: sql<string>`former || ${former}::jsonb`,
		})
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', before.id)
		.where('version', '=', before.version)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function withdrawFigure(
	ctx: Context,
	{ partnershipId }: Key,
	id: string,
	by: string,
): Promise<void> {
	await ctx.db
		.updateTable('measure')
		.set({ withdrawn_by: by, withdrawn_at: ctx.now })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null)
		.execute();
}

/** Opens a school's own figures of one measure to circles and closes them to all others, entered or brought in. */
export async function setCircles(
	ctx: Context,
	{ partnershipId, schoolId }: Key,
	measure: string,
	keys: readonly string[],
): Promise<void> {
	await ctx.db
		.updateTable('measure')
		.set({ keys: openedTo(keys) })
		.where('partnership_id', '=', partnershipId)
		.where('school_id', '=', schoolId)
		.where('measure', '=', measure)
		.execute();
	await ctx.db
		.updateTable('imported_figure')
		.set({ keys: openedTo(keys) })
		.where('partnership_id', '=', partnershipId)
		.where('school_id', '=', schoolId)
		.where('measure', '=', measure)
		.where('publisher', '=', 'school')
		.execute();
}
