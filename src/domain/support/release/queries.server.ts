import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { NeedStatus } from '../model.ts';

/** What a school needs, as a meeting reads it. */
export interface NeedShown {
	memberId: string;
	memberName: string;
	number: number;
	status: NeedStatus;
	/** The most urgent first. */
	themes: string[];
	words: string;
	statedOn: string;
}

/** No meeting has more. */
const most = 200;

const shown = sql`n.member_id as "memberId", m.name as "memberName", n.number, n.status, n.words,
	(n.stated_at at time zone 'Europe/London')::date as "statedOn",
	array(select t.label from unnest(n.theme_ids) with ordinality as o (id, place)
		join theme t on t.partnership_id = n.partnership_id and t.id = o.id order by o.place) as themes`;

/** What heads have opened to a meeting and not taken back, by school that has not left. */
export async function releasedNeeds(
	ctx: Context,
	partnershipId: string,
	meetingId: string,
): Promise<NeedShown[]> {
	const { rows } = await sql<NeedShown>`
		select ${shown}
		from need_release x
		join need n on n.partnership_id = x.partnership_id and n.member_id = x.member_id and n.number = x.number
		join member m on m.partnership_id = n.partnership_id and m.id = n.member_id
			and (m.until_day is null or m.until_day > ${ctx.today}::date)
		where x.partnership_id = ${partnershipId} and x.meeting_id = ${meetingId} and x.taken_back_at is null
		order by m.name, m.id, n.number desc limit ${most}`.execute(ctx.db);
	return rows;
}

/** The latest that these schools have stated, and what of theirs is open to the meeting. */
export async function ownNeeds(
	ctx: Context,
	partnershipId: string,
	{ meetingId, memberIds }: { meetingId: string; memberIds: readonly string[] },
): Promise<(NeedShown & { released: boolean })[]> {
	const { rows } = await sql<NeedShown & { released: boolean }>`
		select ${shown}, x.number is not null as released
		from need n
		join member m on m.partnership_id = n.partnership_id and m.id = n.member_id
		left join need_release x on x.partnership_id = n.partnership_id and x.member_id = n.member_id and x.number = n.number
			and x.meeting_id = ${meetingId} and x.taken_back_at is null
		where n.partnership_id = ${partnershipId} and n.member_id = any (${[...memberIds]}::uuid[])
			and (x.number is not null or not exists (select from need o
				where o.partnership_id = n.partnership_id and o.member_id = n.member_id and o.number > n.number))
		order by m.name, m.id, n.number desc limit ${most}`.execute(ctx.db);
	return rows;
}
