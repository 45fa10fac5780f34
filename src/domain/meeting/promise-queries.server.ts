import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { MeetingKind, MeetingRow } from './model.ts';

/** What somebody promised at a meeting. Days are 'YYYY-MM-DD'. */
export interface PromiseRow {
	id: string;
	meetingId: string;
	meetingDay: string;
	personId: string;
	name: string;
	words: string;
	due: string;
	/** In London; null while it waits. */
	doneOn: string | null;
}

/** Several meetings' together. */
const most = 200;

const row = sql`p.id, p.meeting_id as "meetingId", m.day as "meetingDay", p.person_id as "personId",
	shown_name(p.partnership_id, p.person_id) as name, p.words, p.due, (p.done_at at time zone 'Europe/London')::date as "doneOn"`;
const promises = sql`promise p
	join partnership_meeting m on m.partnership_id = p.partnership_id and m.id = p.meeting_id`;

/** What was promised at a meeting, by day; what is not waited for any more is left out. */
export async function promisesOf(
	ctx: Context,
	partnershipId: string,
	meetingId: string,
): Promise<PromiseRow[]> {
	const { rows } = await sql<PromiseRow>`
		select ${row} from ${promises}
		where p.partnership_id = ${partnershipId} and p.meeting_id = ${meetingId} and p.dropped_at is null
		order by p.due, p.id limit ${most}`.execute(ctx.db);
	return rows;
}

/** One of them; null where there is none that the actor may read. */
export async function promiseById(
	ctx: Context,
	partnershipId: string,
	id: string,
): Promise<{ id: string; personId: string; meetingId: string } | null> {
	const { rows } = await sql<{ id: string; personId: string; meetingId: string }>`
		select id, person_id as "personId", meeting_id as "meetingId" from promise
		where partnership_id = ${partnershipId} and id = ${id}`.execute(ctx.db);
	return rows[0] ?? null;
}

/** What was promised at earlier meetings of the same people and was not done before the day of this one, by day. */
export async function promisedBefore(
	ctx: Context,
	partnershipId: string,
	{ kind, groupId, day }: Pick<MeetingRow, 'kind' | 'groupId' | 'day'>,
): Promise<PromiseRow[]> {
	const { rows } = await sql<PromiseRow>`
		select ${row} from ${promises}
		where p.partnership_id = ${partnershipId} and m.kind = ${kind} and m.group_id is not distinct from ${groupId}::uuid
			and m.day < ${day}::date and p.dropped_at is null
			and (p.done_at is null or (p.done_at at time zone 'Europe/London')::date >= ${day}::date)
		order by p.due, p.id limit ${most}`.execute(ctx.db);
	return rows;
}

/** A promise of the actor's own that waits. */
export interface MyPromise {
	id: string;
	partnershipId: string;
	meetingId: string;
	words: string;
	due: string;
	/** What meeting it was promised at. */
	kind: MeetingKind;
	groupName: string | null;
	meetingDay: string;
	/** Whether they still come to that meeting, and so read its page. */
	reads: boolean;
}

/** What the actor promised and has not told done, over all their partnerships, by day. */
export async function myPromises(ctx: Context): Promise<MyPromise[]> {
	const { rows } = await sql<MyPromise>`
		select p.id, p.partnership_id as "partnershipId", p.meeting_id as "meetingId", p.words, p.due, o.kind, o.name as "groupName",
			o.day as "meetingDay", p.meeting_id = any (array(select app_meetings())) as reads
		from promise p
		join lateral meeting_of_promise(p.partnership_id, p.id) o on true
		where p.person_id = app_person() and p.done_at is null and p.dropped_at is null
		order by p.due, p.id limit ${most}`.execute(ctx.db);
	return rows;
}
