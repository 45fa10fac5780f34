-- Which schools are reviewed when decides who knows of a review (NFS-12, CSC-16): its host, focus, day and where it stands.

-- Those who know of it: the protocol's floor, whom its host opened it to, and whoever reads anything else of it.
alter table review add column cycle_keys text[] not null default '{}';

-- Reviews proposed before this get them from their protocol and releases, as `audience` in src/domain/review/audience.ts makes them.
update review r set cycle_keys = array(
	select distinct key from (
		select jsonb_array_elements_text(things.bounds -> 'floor') as circle
			from jsonb_each(v.document #> '{audience,things}') as things (thing, bounds)
		union select e.audience from release e
			where e.partnership_id = r.partnership_id and e.review_id = r.id and e.taken_back_at is null
				and v.document #> array['audience', 'things', e.thing, 'ceiling'] ? e.audience
		union select unnest(array['team', 'host', 'champion'])
		union select 'partner' from jsonb_array_elements(v.document -> 'stages') as stages (stage)
			where stage -> 'who' ? 'partner' and not exists (select from jsonb_array_elements(v.document -> 'kinds') as kinds (kind)
				where kind ->> 'key' = r.kind and kind -> 'without' ? (stage ->> 'key'))
	) as circles
	cross join lateral (
		select circle || ':' || r.id as key where circle in ('team', 'champion', 'host')
		union all select circle || ':' || r.host_member_id where circle in ('staff', 'governors')
		union all select circle || ':' || r.partnership_id where circle in ('heads', 'partnership', 'partner')
		union all select 'group:' || gm.group_id from group_membership gm
			join member_group g on g.partnership_id = gm.partnership_id and g.id = gm.group_id
			where circle = 'group' and gm.partnership_id = r.partnership_id and gm.member_id = r.host_member_id
				and left(g.school_year, 4)::int = extract(year from
					coalesce(r.first_day, (r.proposed_at at time zone 'Europe/London')::date) - interval '7 months')
	) as keyed
	union select 'person:' || a.owner_id from action a
		where a.partnership_id = r.partnership_id and a.review_id = r.id and a.owner_id is not null)
from protocol_version v where v.partnership_id = r.partnership_id and v.id = r.protocol_version_id;

-- The partnerships that the actor runs today: those who do see coverage and dates of all, and confirm what groups plan.
create function app_run_partnerships() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select partnership_id from responsibility
		where person_id = app_person() and role in ('lead', 'chair', 'vice chair', 'steering', 'administrator')
			and from_day <= app_today() and (until_day is null or until_day > app_today());
	end;

-- The reviews of which the actor may know that they take place.
create function app_known_reviews() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select app_reviews()
		union
		select id from review where partnership_id = any (array(select app_run_partnerships()))
		union
		select id from review where partnership_id = any (array(select app_partnerships())) and cycle_keys && array(select app_keys());
	end;

-- As in 0006, but that nobody reads or writes of a review they may not know of.
create or replace procedure protect_review_table(tenant_table regclass, rights text, review_column text default 'review_id')
	language plpgsql as $$
begin
	execute format('alter table %s enable row level security', tenant_table);
	execute format('grant %s on %s to fresh_eyes_app', rights, tenant_table);
	execute format('create policy known on %1$s to fresh_eyes_app
		using (%2$I = any (array(select app_known_reviews()))) with check (%2$I = any (array(select app_known_reviews())))',
		tenant_table, review_column);
end $$;

do $$
declare
	of_review text;
begin
	foreach of_review in array array['team_member', 'acceptance', 'confidentiality_agreement', 'standstill', 'plan_agreement',
		'closure', 'reopening', 'publication', 'release', 'stage_tick'] loop
		execute format('drop policy tenant on %I', of_review);
		execute format('create policy known on %I to fresh_eyes_app
			using (review_id = any (array(select app_known_reviews()))) with check (review_id = any (array(select app_known_reviews())))',
			of_review);
	end loop;
end $$;

-- One that is being proposed nobody knows of yet; `access.ts` decides who proposes.
drop policy tenant on review;
create policy known on review to fresh_eyes_app
	using (id = any (array(select app_known_reviews())))
	with check (partnership_id = any (array(select app_partnerships())) or id = any (array(select app_reviews())));

-- As in 0017, to those who may know of the review.
create or replace function timetable_days(p_review uuid) returns setof date
	language sql stable security definer set search_path = public
	begin atomic
		select distinct day from activity a where a.review_id = p_review and a.review_id = any (array(select app_known_reviews()));
	end;
create or replace function move_timetable(p_review uuid, p_from date[], p_to date[]) returns void
	language sql security definer set search_path = public
	begin atomic
		update activity a set day = moved.to_day
		from unnest(p_from, p_to) as moved (from_day, to_day)
		where a.review_id = p_review and a.day = moved.from_day
			and a.review_id = any (array(select app_known_reviews()));
	end;
create or replace function sharing_of(p_review uuid) returns table (sharing jsonb)
	language sql stable security definer set search_path = public
	begin atomic
		select jsonb_build_object(
			'released', coalesce((select jsonb_object_agg(thing, circles) from (
				select thing, jsonb_agg(audience order by released_at, id) as circles from release
				where review_id = r.id and taken_back_at is null group by thing) as opened), '{}'),
			'links', coalesce((select jsonb_object_agg(thing, ids) from (
				select thing, jsonb_agg(id order by made_at, id) as ids from live_links()
				where review_id = r.id group by thing) as live), '{}'),
			'readsPlan', r.id in (select app_plans()))
		from review r
		where r.id = p_review and (r.id = any (array(select app_reviews())) or r.id = any (array(select app_known_reviews())));
	end;

-- The facts of those reviews of which the actor may know, with their stamps, and without those whose stamp is among `p_kept`: the
-- one door to `review_facts`. Those who take part or run it first: only for others is it looked up who knows of what.
revoke execute on function review_facts from fresh_eyes_app;
create function review_facts_since(p_reviews uuid[], p_kept text[])
	returns table (review_id uuid, stamp text, facts json)
	language plpgsql stable security definer set search_path = public as $$
declare
	stamped record;
	changed uuid[] := '{}';
	stamps text[] := '{}';
begin
	for stamped in
		select r.id, facts_stamp(r.facts_stamp, p.facts_stamp) as stamp
		from review r join partnership p on p.id = r.partnership_id
		where r.id = any (p_reviews)
			and (r.partnership_id = any (array(select app_run_partnerships())) or r.id = any (array(select app_reviews()))
				or r.id = any (array(select app_known_reviews())))
	loop
		if stamped.stamp = any (p_kept) then
			review_id := stamped.id;
			stamp := stamped.stamp;
			return next;
		else
			changed := changed || stamped.id;
			stamps := stamps || stamped.stamp;
		end if;
	end loop;
	if changed <> '{}' then
		return query select f.review_id, s.stamp, f.facts
			from review_facts(changed) f join unnest(changed, stamps) as s (id, stamp) on s.id = f.review_id;
	end if;
end $$;
revoke all on function review_facts_since from public;
grant execute on function review_facts_since to fresh_eyes_app;

-- As in 0022, in one pass over the reviews of the actor's partnerships and with the stamps of their facts; an outside
-- partner is concerned by those alone of which they may know.
drop function app_concerning_reviews;
create function app_concerning_reviews(p_since date, p_most int) returns table (review_id uuid, stamp text)
	language sql stable security definer set search_path = public
	begin atomic
		with team as materialized (select partnership_id, review_id from app_teams())
		select r.id, facts_stamp(r.facts_stamp, p.facts_stamp)
		from review r join partnership p on p.id = r.partnership_id
		where r.partnership_id = any (array(
				select partnership_id from team
				union select partnership_id from appointment where person_id = app_person()
				union select partnership_id from responsibility where person_id = app_person()))
			and coalesce(r.last_day, 'infinity') >= p_since
			and ((r.partnership_id, r.id) in (select partnership_id, review_id from team)
				or (r.partnership_id, r.host_member_id) in (
					select a.partnership_id, a.member_id from appointment a
					join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
					where a.person_id = app_person() and a.role in ('headteacher', 'executive head', 'head of school')
						and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today()))
				or r.partnership_id in (
					select partnership_id from responsibility
					where person_id = app_person() and role in ('lead', 'chair', 'vice chair', 'administrator')
						and from_day <= app_today() and (until_day is null or until_day > app_today()))
				or r.partnership_id in (
					select partnership_id from responsibility
					where person_id = app_person() and role = 'outside partner'
						and from_day <= app_today() and (until_day is null or until_day > app_today()))
					and r.cycle_keys && array(select app_keys()))
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id)
		order by abs(r.first_day - app_today()) nulls first, r.id limit p_most;
	end;
revoke all on function app_concerning_reviews from public;
grant execute on function app_concerning_reviews to fresh_eyes_app;

-- As in 0017, with who knows of the review. Whoever runs the partnership proposes and moves reviews: by its day a review has its
-- host's groups of another year.
create or replace function set_thing_keys(p_review uuid, p_thing text, p_keys text[]) returns void
	language plpgsql security definer set search_path = public as $$
declare
	published integer := (select max(edition_number) from publication where review_id = p_review);
begin
	if not array['host:' || p_review, 'team:' || p_review] && array(select app_keys()) and not (p_thing in ('plan', 'cycle')
		and exists (select from review where id = p_review and partnership_id = any (array(select app_run_partnerships())))) then
		return;
	end if;
	case p_thing
	when 'cycle' then
		-- Whoever owns an action reads it, wherever the circles are drawn.
		update review set cycle_keys = p_keys || array(select distinct 'person:' || a.owner_id from action a
			where a.partnership_id = review.partnership_id and a.review_id = p_review and a.owner_id is not null)
			where id = p_review;
	when 'plan' then
		update review set plan_keys = p_keys where id = p_review;
	when 'evidence' then
		update evidence set keys = p_keys where review_id = p_review;
		update evidence_revision set keys = p_keys where review_id = p_review;
		update evidence_withdrawal set keys = p_keys where review_id = p_review;
	when 'findings' then
		update finding f set keys = p_keys where f.review_id = p_review and not exists
			(select from finding_withdrawal w where w.partnership_id = f.partnership_id and w.finding_id = f.id);
	when 'report' then
		-- Earlier editions and what the host told the writers stay with those who wrote.
		update edition set keys = p_keys where review_id = p_review and number = published;
		update sign_off set keys = p_keys where review_id = p_review and edition_number = published;
		update remark set keys = p_keys where review_id = p_review and kind <> 'host context';
	when 'workshop' then
		update workshop set keys = p_keys where review_id = p_review;
	when 'actions' then
		-- Whoever owns an action reads it besides.
		update action a set keys = p_keys || array(select 'person:' || a.owner_id where a.owner_id is not null)
			where a.review_id = p_review;
		update action_update u set keys = a.keys from action a
			where u.review_id = p_review and a.partnership_id = u.partnership_id and a.id = u.action_id;
		update progress_report set keys = p_keys where review_id = p_review;
	when 'look-back' then
		-- A side that has answered alone is not opened before the other has.
		update look_back set keys = case when keys = opens_to then p_keys else keys end, opens_to = p_keys
			where review_id = p_review;
	end case;
end $$;
