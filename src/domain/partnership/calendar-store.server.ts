import { sql } from 'kysely';
import type { SchoolYear } from '#domain/calendar/school-year.ts';
import type { Context } from '#platform/context.ts';

/** Whose dates of which school year: the partnership's (`memberId` null), or one member's in their place. */
export interface YearKey {
	partnershipId: string;
	memberId: string | null;
	name: string;
}

const tableOf = ({ memberId }: YearKey) =>
	sql.table(memberId === null ? 'school_year' : 'member_school_year');

const isThis = ({ partnershipId, memberId, name }: YearKey) =>
	sql`partnership_id = ${partnershipId} and name = ${name}${memberId === null ? sql`` : sql` and member_id = ${memberId}`}`;

/** Enters a year, or replaces it; false where it is no longer at `version` (0: nobody has entered it). */
export async function putYear(
	ctx: Context,
	key: YearKey,
	year: SchoolYear,
	version: number,
	enteredBy: string,
): Promise<boolean> {
	const terms = JSON.stringify(year);
	if (version > 0) {
		const { numAffectedRows } = await sql`
			update ${tableOf(key)} set terms = ${terms}, version = version + 1, entered_by = ${enteredBy}, entered_at = ${ctx.now}
			where ${isThis(key)} and version = ${version} and removed_at is null`.execute(ctx.db);
		return numAffectedRows === 1n;
	}
	const [column, value, target] =
		key.memberId === null
			? [sql``, sql``, sql`partnership_id, name`]
			: [sql`, member_id`, sql`, ${key.memberId}`, sql`partnership_id, member_id, name`];
	const { numAffectedRows } = await sql`
		insert into ${tableOf(key)} as had (partnership_id, name, terms, entered_by, entered_at${column})
		values (${key.partnershipId}, ${key.name}, ${terms}, ${enteredBy}, ${ctx.now}${value})
		on conflict (${target}) do update set terms = excluded.terms, version = had.version + 1,
			entered_by = excluded.entered_by, entered_at = excluded.entered_at, removed_at = null
		where had.removed_at is not null`.execute(ctx.db);
	return numAffectedRows === 1n;
}

/** Takes a year back; false where it is no longer at `version`. Its row stays, and its versions are counted on. */
export async function withdrawYear(ctx: Context, key: YearKey, version: number): Promise<boolean> {
	const { numAffectedRows } = await sql`
		update ${tableOf(key)} set removed_at = ${ctx.now}, version = version + 1
		where ${isThis(key)} and version = ${version} and removed_at is null`.execute(ctx.db);
	return numAffectedRows === 1n;
}

export interface NewMeeting {
	partnershipId: string;
	id: string;
	kind: string;
	day: string;
	fromTime: string | null;
	toTime: string | null;
	place: string;
}

const meetingRow = ({ kind, day, fromTime, toTime, place }: NewMeeting) => ({
	kind,
	day,
	from_time: fromTime,
	to_time: toTime,
	place,
});

/** False where the id is taken: the same form sent again. */
export async function insertMeeting(ctx: Context, meeting: NewMeeting, calledBy: string): Promise<boolean> {
	const { numInsertedOrUpdatedRows } = await ctx.db
		.insertInto('partnership_meeting')
		.values({
			partnership_id: meeting.partnershipId,
			id: meeting.id,
			...meetingRow(meeting),
			called_by: calledBy,
			called_at: ctx.now,
		})
		.onConflict((conflict) => conflict.doNothing())
		.executeTakeFirst();
	return numInsertedOrUpdatedRows === 1n;
}

/** False where the meeting is no longer at `version`, or was withdrawn. */
export async function updateMeeting(ctx: Context, meeting: NewMeeting, version: number): Promise<boolean> {
	const { numUpdatedRows } = await ctx.db
		.updateTable('partnership_meeting')
		.set({ ...meetingRow(meeting), version: version + 1 })
		.where('partnership_id', '=', meeting.partnershipId)
		.where('id', '=', meeting.id)
		.where('version', '=', version)
		.where('withdrawn_at', 'is', null)
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function markMeetingWithdrawn(
	ctx: Context,
	partnershipId: string,
	id: string,
	withdrawnBy: string,
): Promise<void> {
	await ctx.db
		.updateTable('partnership_meeting')
		.set({ withdrawn_at: ctx.now, withdrawn_by: withdrawnBy })
		.where('partnership_id', '=', partnershipId)
		.where('id', '=', id)
		.where('withdrawn_at', 'is', null)
		.execute();
}
