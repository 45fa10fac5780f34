import { sql } from 'kysely';
import { headRoles } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { mostReviews, type TimedReview } from './ledger.ts';

/**
 * The reviews of a partnership that have their day and do not stand still, with those now on their teams and the school each was
 * of on that day: as far as the actor may know of them. A list in JSON, to be read beside others in one query.
 */
export const timedReviews = (partnershipId: string) => sql<TimedReview[]>`(
	select coalesce(json_agg(timed order by timed."firstDay" desc, timed.id), '[]') from (
		select r.id, r.host_member_id as "hostMemberId", m.name as "hostName",
			r.protocol_version_id as "protocolVersionId", r.kind, r.first_day as "firstDay", coalesce(r.last_day, r.first_day) as "lastDay",
			coalesce((select json_agg(json_build_object('personId', t.person_id, 'role', t.role,
					'name', shown_name(r.partnership_id, t.person_id), 'memberId', (
						select a.member_id from appointment a
						where a.partnership_id = r.partnership_id and a.person_id = t.person_id
							and a.from_day <= r.first_day and (a.until_day is null or a.until_day > r.first_day)
						order by a.role <> all (${[...headRoles]}::text[]), a.from_day, a.id limit 1)) order by t.added_at, t.person_id)
				from team_member t
				where t.partnership_id = r.partnership_id and t.review_id = r.id and t.left_on is null), '[]') as team
		from review r
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		where r.partnership_id = ${partnershipId} and r.first_day is not null
			and not exists (select from standstill s where s.partnership_id = r.partnership_id and s.review_id = r.id
				and s.lifted_at is null)
		order by r.first_day desc, r.id limit ${mostReviews}) timed)`;

/** The same by itself, with how many more wait for a day. */
export async function timeOf(
	ctx: Context,
	partnershipId: string,
): Promise<{ reviews: TimedReview[]; undated: number }> {
	const { rows } = await sql<{ reviews: TimedReview[]; undated: number }>`
		select ${timedReviews(partnershipId)} as reviews,
			(select count(*)::int from review r where r.partnership_id = ${partnershipId} and r.first_day is null
				and not exists (select from standstill s where s.partnership_id = r.partnership_id and s.review_id = r.id
					and s.lifted_at is null)) as undated`.execute(ctx.db);
	return rows[0]!;
}

/** What a day out of school costs here, or null where nobody has said. */
export async function releaseCost(
	ctx: Context,
	partnershipId: string,
): Promise<{ pounds: number; version: number } | null> {
	const { rows } = await sql<{ pounds: number; version: number }>`
		select pounds, version from release_cost where partnership_id = ${partnershipId}`.execute(ctx.db);
	return rows[0] ?? null;
}
