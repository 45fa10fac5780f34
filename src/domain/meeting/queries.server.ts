import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { MeetingRow } from './model.ts';

const row = sql`m.id, m.kind, m.group_id as "groupId", g.name as "groupName", m.day, m.from_time as "fromTime", m.to_time as "toTime",
	m.place, m.version`;
const meetingRows = sql`partnership_meeting m
	left join member_group g on g.partnership_id = m.partnership_id and g.id = m.group_id`;

/** More than a partnership holds in a year. */
const most = 200;

/**
 * The partnership's meetings from one day to another, in order, withdrawn ones left out: those of heads and steering group, of which
 * everybody knows the day, and others to which the actor comes or which they minute. Those of the same people alone where they are given.
 */
export async function meetings(
	ctx: Context,
	partnershipId: string,
	from: string,
	to: string,
	of: Pick<MeetingRow, 'kind' | 'groupId'> | null = null,
): Promise<MeetingRow[]> {
	const { rows } = await sql<MeetingRow>`
		select ${row} from ${meetingRows}
		where m.partnership_id = ${partnershipId} and m.withdrawn_at is null and m.day between ${from}::date and ${to}::date
			and (${of?.kind ?? null}::text is null or m.kind = ${of?.kind ?? null} and m.group_id is not distinct from ${of?.groupId ?? null}::uuid)
		order by m.day, m.from_time nulls last, m.id limit ${most}`.execute(ctx.db);
	return rows;
}

/** A meeting whose agenda and minutes are the actor's to read. */
export interface MyMeeting extends MeetingRow {
	/** How its minutes stand; null before there are any. */
	minutes: 'draft' | 'confirmed' | null;
}

/** Those whose agenda and minutes the actor may read, from one day to another, the nearest to `near` first. */
export async function myMeetings(
	ctx: Context,
	partnershipId: string,
	{ from, to, near = to }: { from: string; to: string; near?: string },
): Promise<MyMeeting[]> {
	const { rows } = await sql<MyMeeting>`
		select ${row}, case when n.version is null then null when c.version is null then 'draft' else 'confirmed' end as minutes
		from ${meetingRows}
		left join lateral (select max(x.version) as version from minutes x
			where x.partnership_id = m.partnership_id and x.meeting_id = m.id) n on true
		left join minutes_confirmation c on c.partnership_id = m.partnership_id and c.meeting_id = m.id and c.version = n.version
		where m.partnership_id = ${partnershipId} and m.withdrawn_at is null and m.day between ${from}::date and ${to}::date
			and m.id = any (array(select app_meetings()))
		order by abs(m.day - ${near}::date), m.from_time nulls last, m.id limit ${most}`.execute(ctx.db);
	return rows;
}

/** One meeting, or null where there is none, it was withdrawn or its day is not the actor's to know. */
export async function meetingById(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<(MeetingRow & { attends: boolean }) | null> {
	const { rows } = await sql<MeetingRow & { attends: boolean }>`
		select ${row}, m.id = any (array(select app_meetings())) as attends from ${meetingRows}
		where m.partnership_id = ${partnershipId} and m.id = ${id} and m.withdrawn_at is null`.execute(ctx.db);
	return rows[0] ?? null;
}

/** Whether a meeting that the actor runs was withdrawn. */
export async function wasWithdrawn(
	ctx: Context,
	{ partnershipId, meetingId }: { partnershipId: string; meetingId: string },
): Promise<boolean> {
	const { rows } = await sql`
		select from partnership_meeting where partnership_id = ${partnershipId} and id = ${meetingId}
			and withdrawn_at is not null and app_runs_meeting(partnership_id, group_id)`.execute(ctx.db);
	return rows.length > 0;
}

/** The last meeting of the same people before this one, or null. */
export async function meetingBefore(
	ctx: Context,
	partnershipId: string,
	{ id, kind, groupId, day, fromTime }: MeetingRow,
): Promise<MeetingRow | null> {
	const { rows } = await sql<MeetingRow>`
		select ${row} from ${meetingRows}
		where m.partnership_id = ${partnershipId} and m.withdrawn_at is null and m.kind = ${kind}
			and m.group_id is not distinct from ${groupId}::uuid and m.id <> ${id}
			and (m.day, coalesce(m.from_time, '00:00')) < (${day}::date, coalesce(${fromTime}::time, '00:00'))
		order by m.day desc, m.from_time desc nulls last, m.id limit 1`.execute(ctx.db);
	return rows[0] ?? null;
}

/** Further meetings a calendar shows when they come nearer. */
const mostAhead = 200;

/** The meetings from a day on to which the actor is invited, over all their partnerships, in order. */
export async function meetingsToComeTo(
	ctx: Context,
	from: string,
): Promise<(MeetingRow & { partnershipId: string })[]> {
	const { rows } = await sql<MeetingRow & { partnershipId: string }>`
		select ${row}, m.partnership_id as "partnershipId" from ${meetingRows}
		where m.partnership_id = any (array(select app_partnerships())) and m.withdrawn_at is null and m.day >= ${from}::date
			and exists (select from invited_to(m.partnership_id, m.kind, m.group_id, m.day) i where i.person_id = app_person())
		order by m.day, m.id limit ${mostAhead}`.execute(ctx.db);
	return rows;
}

/** Somebody who is invited. */
export interface Invited {
	personId: string;
	name: string;
	/** The schools they come for; empty for whoever comes by a responsibility alone. */
	schools: string;
}

/** More people than meet anywhere; of more, the first by name. */
const mostInvited = 300;

/** Who comes to a meeting on its day, by the roles in force then, by name. */
export async function invitedTo(
	ctx: Context,
	partnershipId: string,
	{ kind, groupId, day }: Pick<MeetingRow, 'kind' | 'groupId' | 'day'>,
): Promise<Invited[]> {
	const { rows } = await sql<Invited>`
		select i.person_id as "personId", shown_name(${partnershipId}, i.person_id) as name,
			coalesce(string_agg(m.name, ', ' order by m.name), '') as schools
		from invited_to(${partnershipId}, ${kind}, ${groupId}::uuid, ${day}::date) i
		left join member m on m.partnership_id = ${partnershipId} and m.id = i.member_id
		group by i.person_id order by name, i.person_id limit ${mostInvited}`.execute(ctx.db);
	return rows;
}
