-- Who reads what of a review: the plan by keys like everything else, one door by which keys change, and links that expire.

alter table release add column taken_back_by uuid references person;
grant update (taken_back_by) on release to fresh_eyes_app;

-- The plan's keys stand on the review: one set for meeting, decisions, lines and timetable. Empty leaves it to those who plan.
alter table review add column plan_keys text[] not null default '{}';

-- Reviews proposed before this get the floor of their protocol.
update review r set plan_keys = array(
	select key from jsonb_array_elements_text(v.document #> '{audience,things,plan,floor}') as floors (circle)
	cross join lateral (
		select circle || ':' || r.id where circle in ('team', 'champion', 'host')
		union all select circle || ':' || r.host_member_id where circle in ('staff', 'governors')
		union all select circle || ':' || r.partnership_id where circle in ('heads', 'partnership', 'partner')
		union all select 'group:' || gm.group_id from group_membership gm
			join member_group g on g.partnership_id = gm.partnership_id and g.id = gm.group_id
			where circle = 'group' and gm.partnership_id = r.partnership_id and gm.member_id = r.host_member_id
				and left(g.school_year, 4)::int = extract(year from coalesce(r.first_day, r.proposed_at::date) - interval '7 months')
	) keyed (key))
from protocol_version v where v.partnership_id = r.partnership_id and v.id = r.protocol_version_id;

-- The reviews whose plan the actor reads: those who make it, bound or not yet, and whoever holds one of its keys.
create function app_plans() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select review_id from app_teams() where role <> 'champion'
		union
		select r.id from review r
		where (r.partnership_id = any (array(select app_partnerships())) or r.id = any (array(select app_reviews())))
			and r.plan_keys || ('host:' || r.id) && array(select app_keys());
	end;

create procedure protect_plan_table(tenant_table regclass)
	language plpgsql as $$
begin
	execute format('drop policy tenant on %s', tenant_table);
	execute format('create policy plan on %s to fresh_eyes_app
		using (review_id = any (array(select app_plans()))) with check (review_id = any (array(select app_plans())))', tenant_table);
end $$;
revoke all on procedure protect_plan_table from public;
call protect_plan_table('pre_review_meeting');
call protect_plan_table('decision');
call protect_plan_table('line_of_enquiry');
call protect_plan_table('activity');

-- Whoever runs the partnership may move a review and need not read its plan. The days its timetable uses, and their move.
create function timetable_days(p_review uuid) returns setof date
	language sql stable security definer set search_path = public
	begin atomic
		select distinct day from activity a where a.review_id = p_review
			and (a.partnership_id = any (array(select app_partnerships())) or a.review_id = any (array(select app_reviews())));
	end;
create function move_timetable(p_review uuid, p_from date[], p_to date[]) returns void
	language sql security definer set search_path = public
	begin atomic
		update activity a set day = moved.to_day
		from unnest(p_from, p_to) as moved (from_day, to_day)
		where a.review_id = p_review and a.day = moved.from_day
			and (a.partnership_id = any (array(select app_partnerships())) or a.review_id = any (array(select app_reviews())));
	end;
revoke all on function timetable_days, move_timetable from public;
grant execute on function timetable_days, move_timetable to fresh_eyes_app;

-- A link shows one document of one review to somebody without an account, until a day. Only a digest of its token is kept.
create table shared_link (
	partnership_id uuid not null,
	id uuid not null unique, -- over all partnerships: see 0004
	review_id uuid not null,
	thing text not null check (thing in ('report', 'findings', 'actions')),
	for_whom text not null,
	token_hash text not null unique,
	-- The last day on which it opens.
	last_day date not null,
	made_by uuid not null references person,
	made_at timestamptz not null,
	ended_by uuid references person,
	ended_at timestamptz,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review
);
create index on shared_link (partnership_id, review_id);
call protect_confidential_table('shared_link', 'select, insert, update (ended_by, ended_at)');

create table link_opening (
	partnership_id uuid not null,
	id uuid not null,
	link_id uuid not null,
	opened_at timestamptz not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, link_id) references shared_link
);
create index on link_opening (partnership_id, link_id);
alter table link_opening enable row level security;
grant select on link_opening to fresh_eyes_app;
create policy through_link on link_opening for select to fresh_eyes_app using
	(exists (select from shared_link l where l.partnership_id = link_opening.partnership_id and l.id = link_id));

-- Links that open something today: not ended, not past their day, and within the ceiling of the review's protocol.
create function live_links() returns setof shared_link
	language sql stable set search_path = public
	begin atomic
		select l.* from shared_link l
		join review r on r.partnership_id = l.partnership_id and r.id = l.review_id
		join protocol_version v on v.partnership_id = r.partnership_id and v.id = r.protocol_version_id
		where l.ended_at is null and l.last_day >= app_today()
			and v.document #> array['audience', 'things', l.thing, 'ceiling'] ? 'link';
	end;
revoke all on function live_links from public;

-- The door for whoever holds a token: the link it stands for, and that it was opened. Nothing for any other token.
create function open_shared_link(p_token_hash text, p_opening uuid, p_now timestamptz) returns setof uuid
	language sql security definer set search_path = public
	begin atomic
		insert into link_opening (partnership_id, id, link_id, opened_at)
		select partnership_id, p_opening, id, p_now from live_links() where token_hash = p_token_hash
		returning link_id;
	end;
revoke all on function open_shared_link from public;
grant execute on function open_shared_link to fresh_eyes_app;

create function app_link() returns uuid
	language sql stable parallel safe
	return nullif(current_setting('app.link', true), '')::uuid;

-- The one key a link holds. It stands on the rows of its document and on no others.
create function app_link_keys() returns setof text
	language sql stable security definer set search_path = public
	begin atomic
		select 'link:' || id from live_links() where id = app_link();
	end;

create procedure open_to_links(tenant_table regclass)
	language plpgsql as $$
begin
	execute format('create policy link on %s for select to fresh_eyes_app using (keys && array(select app_link_keys()))', tenant_table);
end $$;
revoke all on procedure open_to_links from public;
call open_to_links('edition');
call open_to_links('sign_off');
call open_to_links('remark');
call open_to_links('finding');
call open_to_links('action');
call open_to_links('action_update');
call open_to_links('progress_report');

-- What stands around the document: when it was published, who wrote and signed it, whose it is and until when.
create policy link on publication for select to fresh_eyes_app using
	(exists (select from edition e where e.partnership_id = publication.partnership_id and e.review_id = publication.review_id
		and e.number = publication.edition_number and e.keys && array(select app_link_keys())));

create function app_link_people() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		with opened as (select partnership_id, review_id, 'link:' || id as key from live_links() where id = app_link())
		select made_by from edition e join opened o using (partnership_id, review_id) where o.key = any (e.keys)
		union select person_id from sign_off s join opened o using (partnership_id, review_id) where o.key = any (s.keys)
		union select author_id from remark k join opened o using (partnership_id, review_id) where o.key = any (k.keys)
		union select written_by from finding f join opened o using (partnership_id, review_id) where o.key = any (f.keys)
		union select written_by from action_update u join opened o using (partnership_id, review_id) where o.key = any (u.keys)
		union select reported_by from progress_report p join opened o using (partnership_id, review_id) where o.key = any (p.keys);
	end;
create policy link on person for select to fresh_eyes_app using (id = any (array(select app_link_people())));

create function opened_link() returns table (frame jsonb)
	language sql stable security definer set search_path = public
	begin atomic
		select jsonb_build_object(
			'partnershipId', l.partnership_id, 'id', l.review_id, 'thing', l.thing, 'forWhom', l.for_whom, 'lastDay', l.last_day,
			'host', m.name, 'focus', r.focus, 'protocol', v.document,
			'hostHeads', coalesce((select jsonb_agg(jsonb_build_object('personId', a.person_id, 'name', p.name) order by a.from_day, a.id)
				from appointment a join person p on p.id = a.person_id
				join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
				where a.partnership_id = r.partnership_id and a.member_id = r.host_member_id
					and a.role in ('headteacher', 'executive head', 'head of school')
					and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())), '[]'),
			'team', coalesce((select jsonb_agg(jsonb_build_object('personId', t.person_id, 'name', p.name, 'role', t.role) order by t.added_at, p.name)
				from team_member t join person p on p.id = t.person_id
				where t.partnership_id = r.partnership_id and t.review_id = r.id and t.left_on is null), '[]'))
		from live_links() l
		join review r on r.partnership_id = l.partnership_id and r.id = l.review_id
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join protocol_version v on v.partnership_id = r.partnership_id and v.id = r.protocol_version_id
		where l.id = app_link();
	end;
revoke all on function opened_link from public;
grant execute on function opened_link to fresh_eyes_app;

-- What everyone who writes in a review must know to give a row its keys: what the host has opened to whom and which links
-- live, the same for all who may know of it; and whether the actor reads its plan.
create function sharing_of(p_review uuid) returns table (sharing jsonb)
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
		where r.id = p_review
			and (r.partnership_id = any (array(select app_partnerships())) or r.id = any (array(select app_reviews())));
	end;
revoke all on function sharing_of from public;
grant execute on function sharing_of to fresh_eyes_app;

-- The one door by which a thing changes its readers: all its rows at once, those too that whoever opens it may not read, such as
-- a host's head the draft. It decides nothing: `audience` does. Only the host's heads and the bound team go through it, and
-- for the plan whoever has just proposed the review.
create function set_thing_keys(p_review uuid, p_thing text, p_keys text[]) returns void
	language plpgsql security definer set search_path = public as $$
declare
	published integer := (select max(edition_number) from publication where review_id = p_review);
begin
	if not array['host:' || p_review, 'team:' || p_review] && array(select app_keys()) and not (p_thing = 'plan' and exists
		(select from review where id = p_review and proposed_by = app_person() and plan_keys = '{}')) then
		return;
	end if;
	case p_thing
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
revoke all on function set_thing_keys from public;
grant execute on function set_thing_keys to fresh_eyes_app;

-- Whoever is invited is shown under the name that was typed until they have accepted: an address alone tells nobody under which
-- name it is known elsewhere.
alter table invitation add column name text not null default '';

create function shown_name(p_partnership uuid, p_person uuid) returns text
	language sql stable set search_path = public
	return coalesce(
		(select i.name from invitation i
			where i.partnership_id = p_partnership and i.person_id = p_person and i.name <> '' and not exists
				(select from invitation a where a.partnership_id = p_partnership and a.person_id = p_person and a.accepted_at is not null)
			order by i.invited_at desc limit 1),
		(select p.name from person p where p.id = p_person));
