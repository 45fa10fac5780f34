import { schoolCalendar, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import { schoolYearSchema } from '#domain/calendar/input.ts';
import type { Context } from '#platform/context.ts';

/** The partnership's school calendar: the years it has entered, and computed, provisional ones for all others. */
export async function calendarOf(ctx: Context, partnershipId: string): Promise<SchoolCalendar> {
	return (await calendarsOf(ctx, [partnershipId])).get(partnershipId) ?? schoolCalendar();
}

/** The same for several partnerships in one query, for a page that crosses them. */
export async function calendarsOf(
	ctx: Context,
	partnershipIds: string[],
): Promise<Map<string, SchoolCalendar>> {
	if (partnershipIds.length === 0) return new Map();
	const rows = await ctx.db
		.selectFrom('school_year')
		.select(['partnership_id', 'terms'])
		.where('partnership_id', 'in', [...new Set(partnershipIds)])
		.execute();
	const entered = Map.groupBy(rows, (row) => row.partnership_id);
	return new Map(
		[...entered].map(([id, years]) => [
			id,
			schoolCalendar(years.map(({ terms }) => schoolYearSchema.parse(terms))),
		]),
	);
}
