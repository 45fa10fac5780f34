import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { SystemInUse } from './system.ts';

/** More is said in no partnership. */
const most = 2000;

/** By which systems the schools of a partnership assess, as they say; those of schools that have left are not among them. */
export async function systemsOf(ctx: Context, partnershipId: string): Promise<SystemInUse[]> {
	const { rows } = await sql<SystemInUse>`
		select s.id, s.member_id as "memberId", m.name as "memberName", s.name, s.used_for as "usedFor",
			s.since_year as "sinceYear", s.until_year as "untilYear", s.version
		from assessment_system s
		join member m on m.partnership_id = s.partnership_id and m.id = s.member_id
		where s.partnership_id = ${partnershipId} and s.taken_back_at is null
			and (m.until_day is null or m.until_day > ${ctx.today}::date)
		order by s.written_at, s.id limit ${most}`.execute(ctx.db);
	return rows;
}
