import type { Context } from '#platform/context.ts';
import type { SchoolYear } from './year.ts';

export interface NewMeasure {
	id: string;
	partnershipId: string;
	schoolId: string;
	measure: string;
	pupilGroup: string;
	year: SchoolYear;
	value: number;
	pupils: number | null;
	comment: string;
	source: string;
	enteredBy: string;
	keys: string[];
}

/** Returns false where the id, or a figure for the same school, measure, group and year, is there already, seen or unseen. */
export async function insertMeasure(ctx: Context, measure: NewMeasure): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('measure')
		.values({
			partnership_id: measure.partnershipId,
			id: measure.id,
			school_id: measure.schoolId,
			measure: measure.measure,
			pupil_group: measure.pupilGroup,
			year: measure.year,
			value: measure.value,
			pupils: measure.pupils,
			comment: measure.comment,
			source: measure.source,
			entered_by: measure.enteredBy,
			entered_at: ctx.now,
			stated_at: ctx.now,
			keys: measure.keys,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}
