import { sql } from 'kysely';
import type { Span } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';
import { mostUnsuitable, type OwnUnsuitable, type UnsuitableDay } from './days.ts';

/** The actor's own days that are not all over, the next first. */
export async function ownDays(ctx: Context): Promise<OwnUnsuitable[]> {
	const { rows } = await sql<OwnUnsuitable>`
		select id, kind, from_day as "fromDay", to_day as "toDay", weekday, words from unavailable
		where person_id = app_person() and to_day >= ${ctx.today}::date
		order by from_day, to_day, id limit ${mostUnsuitable + 1}`.execute(ctx.db);
	return rows;
}

/** 500 people who can't on two weekdays, for a cycle of the longest. */
const mostDaysRead = 300_000;

/** On which days between two some people of a partnership can't or only if need be: the days alone, for those who stand in it. */
export async function unsuitableDays(
	ctx: Context,
	partnershipId: string,
	personIds: readonly string[],
	{ from, to }: Span,
): Promise<UnsuitableDay[]> {
	const { rows } = await sql<UnsuitableDay>`
		select person_id as "personId", day, kind
		from unavailable_days(${partnershipId}, ${[...personIds]}::uuid[], ${from}::date, ${to}::date)
		order by day, person_id limit ${mostDaysRead}`.execute(ctx.db);
	return rows;
}
