import { sql } from 'kysely';
import { headRoles } from '#domain/partnership/model.ts';
import type { Context } from '#platform/context.ts';
import type { ActionAhead } from './action-ahead.ts';

/** More actions than a school has under way; of more, those due first. */
const most = 300;

/**
 * The actions that are neither done nor given up, and due after `since`, in which somebody has a part: they own them and are at the
 * school, head the school, or are champion of the review. As far as their audience keys reach.
 */
export async function actionsAhead(ctx: Context, personId: string, since: string): Promise<ActionAhead[]> {
	const { rows } = await sql<ActionAhead>`
		with headed as (
			select p.partnership_id, p.member_id from appointment p
			join appointment_confirmation c on c.partnership_id = p.partnership_id and c.appointment_id = p.id
			where p.person_id = ${personId} and p.role = any (${[...headRoles]}::text[])
				and p.from_day <= ${ctx.today}::date and (p.until_day is null or p.until_day > ${ctx.today}::date)
		), reviews as (
			select r.partnership_id, r.id, 2 as rank from headed h
			join review r on r.partnership_id = h.partnership_id and r.host_member_id = h.member_id
			union all
			select t.partnership_id, t.review_id, 3 from team_member t
			where t.person_id = ${personId} and t.role = 'champion' and (t.left_on is null or t.left_on > ${ctx.today}::date)
		), parts as (
			select a.partnership_id, a.id, 1 as rank from action a
			where a.owner_id = ${personId} and not has_left_host(a.review_id, a.owner_id)
			union all
			select a.partnership_id, a.id, v.rank from reviews v
			join action a on a.partnership_id = v.partnership_id and a.review_id = v.id
		), mine as (select partnership_id, id, min(rank) as rank from parts group by partnership_id, id)
		select a.id, a.review_id as "reviewId", h.name as "hostName", a.title, a.owner, a.owner_id is not null as "ownerSignsIn",
			has_left_host(a.review_id, a.owner_id) as "ownerHasLeft", a.due, coalesce(s.milestones, '[]') as milestones,
			(u.written_at at time zone 'Europe/London')::date as "toldOn",
			case m.rank when 1 then 'owner' when 2 then 'head' else 'champion' end as part
		from mine m
		join action a on a.partnership_id = m.partnership_id and a.id = m.id
		join review r on r.partnership_id = a.partnership_id and r.id = a.review_id
		join member h on h.partnership_id = r.partnership_id and h.id = r.host_member_id
		left join lateral (select x.progress, x.written_at from action_update x
			where x.partnership_id = a.partnership_id and x.action_id = a.id
			order by x.written_at desc, x.id desc limit 1) u on true
		left join lateral (select json_agg(json_build_object('id', x.id, 'words', x.words, 'due', x.due) order by x.due, x.id) as milestones
			from action_milestone x
			where x.partnership_id = a.partnership_id and x.action_id = a.id and x.reached_at is null) s on true
		where a.given_up_at is null and coalesce(u.progress, '') <> 'done' and a.due > ${since}::date
		order by a.due, a.id limit ${most}`.execute(ctx.db);
	return rows;
}
