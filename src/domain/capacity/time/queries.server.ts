import { sql } from 'kysely';
import { calendarsFor } from '#domain/partnership/calendar.server.ts';
import { headRoles } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import { daysOf, mostReviews, type DatedReview, type TimedReview } from './ledger.ts';

/**
 * The reviews of a partnership that have their day and do not stand still, with those now on their teams and the school each was
 * of on that day: as far as the actor may know of them. A list in JSON, to be read beside others in one query. Each name is looked
 * up once, however many teams somebody is on: that is what takes time.
 */
export const timedReviews = (partnershipId: string) => sql<DatedReview[]>`(
	with held as materialized (
		select r.id, r.host_member_id, r.protocol_version_id, r.kind, r.first_day, coalesce(r.last_day, r.first_day) as last_day
		from review r
		where r.partnership_id = ${partnershipId} and r.first_day is not null
			and not exists (select from standstill s where s.partnership_id = r.partnership_id and s.review_id = r.id
				and s.lifted_at is null)
		order by r.first_day desc, r.id limit ${mostReviews}
	), seat as materialized (
		select t.review_id, t.person_id, t.role, t.added_at from team_member t
		where t.partnership_id = ${partnershipId} and t.left_on is null and t.review_id in (select id from held)
	), named as materialized (
		select person_id, shown_name(${partnershipId}, person_id) as name from (select distinct person_id from seat) someone
	), post as materialized (
		select id, person_id, member_id, role <> all (${[...headRoles]}::text[]) as heads_none, from_day, until_day from appointment
		where partnership_id = ${partnershipId} and person_id in (select person_id from named)
	), team as materialized (
		select s.review_id, json_agg(json_build_object('personId', s.person_id, 'role', s.role, 'name', n.name, 'memberId', (
				select p.member_id from post p
				where p.person_id = s.person_id and p.from_day <= h.first_day and (p.until_day is null or p.until_day > h.first_day)
				order by p.heads_none, p.from_day, p.id limit 1)) order by s.added_at, s.person_id) as people
		from seat s join held h on h.id = s.review_id join named n on n.person_id = s.person_id
		group by s.review_id
	)
	select coalesce(json_agg(json_build_object('id', h.id, 'hostMemberId', h.host_member_id, 'hostName', m.name,
			'protocolVersionId', h.protocol_version_id, 'kind', h.kind, 'firstDay', h.first_day, 'lastDay', h.last_day,
			'team', coalesce(t.people, '[]')) order by h.first_day desc, h.id), '[]')
	from held h
	join member m on m.partnership_id = ${partnershipId} and m.id = h.host_member_id
	left join team t on t.review_id = h.id)`;

/** Each of these reviews with the days it takes, which are school days of its host. */
export async function withDays(
	ctx: Context,
	partnershipId: string,
	reviews: readonly DatedReview[],
): Promise<TimedReview[]> {
	const hosts = reviews.map(({ hostMemberId }) => ({ partnershipId, memberId: hostMemberId }));
	const calendarOf = await calendarsFor(ctx, hosts);
	return reviews.map((review, place) => ({ ...review, days: daysOf(calendarOf(hosts[place]!), review) }));
}

/** They by themselves, with how many more wait for a day. */
export async function timeOf(
	ctx: Context,
	partnershipId: string,
): Promise<{ reviews: TimedReview[]; undated: number }> {
	const { rows } = await sql<{ reviews: DatedReview[]; undated: number }>`
		select ${timedReviews(partnershipId)} as reviews,
			(select count(*)::int from review r where r.partnership_id = ${partnershipId} and r.first_day is null
				and not exists (select from standstill s where s.partnership_id = r.partnership_id and s.review_id = r.id
					and s.lifted_at is null)) as undated`.execute(ctx.db);
	const { reviews, undated } = rows[0]!;
	return { reviews: await withDays(ctx, partnershipId, reviews), undated };
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
