import { sql } from 'kysely';
import { schoolYearSchema } from '#domain/calendar/input.ts';
import { schoolCalendar, type SchoolCalendar } from '#domain/calendar/school-calendar.ts';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';

/** Whose calendar: a partnership's, or that of one of its members. */
export interface CalendarOwner {
	partnershipId: string;
	memberId?: string | null | undefined;
}

/**
 * The school calendar of a partnership, or of one member: the years entered for it, its own before the partnership's, and
 * computed, provisional ones for all others; with the days on which the heads meet.
 */
export async function calendarFor(
	ctx: Context,
	partnershipId: string,
	memberId: string | null = null,
): Promise<SchoolCalendar> {
	const owner = { partnershipId, memberId };
	return (await calendarsFor(ctx, [owner]))(owner);
}

/** The same for any number of owners in one query, for a page that crosses reviews or partnerships. */
export async function calendarsFor(
	ctx: Context,
	owners: readonly CalendarOwner[],
): Promise<(owner: CalendarOwner) => SchoolCalendar> {
	const partnershipIds = [...new Set(owners.map(({ partnershipId }) => partnershipId))];
	if (partnershipIds.length === 0) return () => schoolCalendar();
	const memberIds = [...new Set(owners.flatMap(({ memberId }) => memberId ?? []))];
	const entries = await entriesOf(ctx, partnershipIds, memberIds);
	const years = Map.groupBy(
		entries.filter(({ terms }) => terms !== null),
		keyOf,
	);
	const made = new Map<string, SchoolCalendar>();
	const meetings = (partnershipId: string): string[] =>
		entries.flatMap((entry) => (entry.partnershipId === partnershipId ? (entry.meeting ?? []) : []));
	const entered = (owner: CalendarOwner): SchoolYear[] =>
		(years.get(keyOf(owner)) ?? []).map(({ terms }) => schoolYearSchema.parse(terms));
	return ({ partnershipId, memberId }) => {
		// Members without dates of their own share one calendar, and what was counted in it.
		const owner = {
			partnershipId,
			memberId: years.has(keyOf({ partnershipId, memberId })) ? memberId : null,
		};
		const key = keyOf(owner);
		const own = owner.memberId ? entered(owner) : [];
		const calendar =
			made.get(key) ?? schoolCalendar([...entered({ partnershipId }), ...own], meetings(partnershipId));
		made.set(key, calendar);
		return calendar;
	};
}

const keyOf = ({ partnershipId, memberId }: CalendarOwner) => `${partnershipId} ${memberId ?? ''}`;

/** Each is a school year, of a partnership or a member, or the day of a heads' meeting. */
async function entriesOf(ctx: Context, partnershipIds: string[], memberIds: string[]) {
	const { rows } = await sql<{
		partnershipId: string;
		memberId: string | null;
		terms: unknown;
		meeting: string | null;
	}>`
		select partnership_id as "partnershipId", null::uuid as "memberId", terms, null::date as meeting from school_year
		where partnership_id = any (${partnershipIds}::uuid[]) and removed_at is null
		union all
		select partnership_id, member_id, terms, null from member_school_year
		where partnership_id = any (${partnershipIds}::uuid[]) and member_id = any (${memberIds}::uuid[])
			and removed_at is null
		union all
		select partnership_id, null, null, day from partnership_meeting
		where partnership_id = any (${partnershipIds}::uuid[]) and kind = 'heads' and withdrawn_at is null`.execute(
		ctx.db,
	);
	return rows;
}
