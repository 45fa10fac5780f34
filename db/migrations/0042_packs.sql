-- A pack: several things of one review as one document for a reader without an account (NFS-20), and who of the team has agreed to
-- be named in it as available to speak to the review.

alter table shared_link drop constraint shared_link_thing_check;
alter table shared_link add check (thing in ('report', 'findings', 'actions', 'pack'));
alter table shared_link add column contents text[] not null default '{}';
alter table shared_link add column reader text not null default 'somebody else'
	check (reader in ('inspector', 'governors', 'somebody else'));
alter table shared_link add column speakers uuid[] not null default '{}';
alter table shared_link add check ((thing = 'pack') = (contents <> '{}') and contents <@ array['report', 'summary', 'actions']);

alter table link_opening add column deed text not null default 'read' check (deed in ('read', 'printed'));

-- The host's head asks; who is asked answers for themselves, and may answer anew at any time.
create table speaker (
	partnership_id uuid not null,
	review_id uuid not null,
	person_id uuid not null references person,
	asked_by uuid not null references person,
	asked_at timestamptz not null,
	agrees boolean,
	-- How they may be reached, as they give it; nothing of it is kept once they say no.
	contact text not null default '',
	answered_at timestamptz,
	keys text[] not null,
	primary key (partnership_id, review_id, person_id),
	foreign key (partnership_id, review_id) references review,
	check ((agrees is null) = (answered_at is null)),
	check (contact = '' or agrees)
);
call protect_confidential_table('speaker', 'select, insert, update (agrees, contact, answered_at)');
create policy asked_by_host on speaker as restrictive for insert to fresh_eyes_app
	with check ('host:' || review_id = any (array(select app_keys())) and asked_by = app_person() and agrees is null);
create policy own_answer on speaker as restrictive for update to fresh_eyes_app
	using (person_id = app_person()) with check (person_id = app_person());

-- What each link that opens something today opens, thing by thing: not ended, not past its day, and within the ceiling of the
-- review's protocol. A pack has a key for each of its things, so that one that is narrowed leaves the others open. A summary is made of
-- the report, and opens its rows.
create function live_link_things()
	returns table (partnership_id uuid, review_id uuid, link_id uuid, thing text, key_name text)
	language sql stable set search_path = public
	begin atomic
		select l.partnership_id, l.review_id, l.id, opened.thing,
			l.id || case when l.thing = 'pack' then ':' || opened.thing else '' end
		from shared_link l
		join review r on r.partnership_id = l.partnership_id and r.id = l.review_id
		join protocol_version v on v.partnership_id = r.partnership_id and v.id = r.protocol_version_id
		cross join lateral (
			select distinct case chosen.content when 'summary' then 'report' else chosen.content end as thing
			from unnest(case when l.thing = 'pack' then l.contents else array[l.thing] end) as chosen (content)) opened
		where l.ended_at is null and l.last_day >= app_today()
			and v.document #> array['audience', 'things', opened.thing, 'ceiling'] ? 'link';
	end;
revoke all on function live_link_things from public;

create or replace function live_links() returns setof shared_link
	language sql stable set search_path = public
	begin atomic
		select l.* from shared_link l where l.id in (select link_id from live_link_things());
	end;

create or replace function app_link_keys() returns setof text
	language sql stable security definer set search_path = public
	begin atomic
		select 'link:' || key_name from live_link_things() where link_id = app_link();
	end;

-- As in 0017; whether it was read or taken away is written down with it.
drop function open_shared_link(text, uuid, timestamptz);
create function open_shared_link(p_token_hash text, p_opening uuid, p_now timestamptz, p_deed text default 'read') returns setof uuid
	language sql security definer set search_path = public
	begin atomic
		insert into link_opening (partnership_id, id, link_id, opened_at, deed)
		select partnership_id, p_opening, id, p_now, p_deed from live_links() where token_hash = p_token_hash
		returning link_id;
	end;
revoke all on function open_shared_link from public;
grant execute on function open_shared_link to fresh_eyes_app;

create or replace function app_link_people() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		with opened as (select distinct partnership_id, review_id from live_link_things() where link_id = app_link()),
			held as (select array(select app_link_keys()) as keys)
		select made_by from edition e join opened o using (partnership_id, review_id) join held on e.keys && held.keys
		union select person_id from sign_off s join opened o using (partnership_id, review_id) join held on s.keys && held.keys
		union select author_id from remark k join opened o using (partnership_id, review_id) join held on k.keys && held.keys
		union select written_by from finding f join opened o using (partnership_id, review_id) join held on f.keys && held.keys
		union select written_by from action_update u join opened o using (partnership_id, review_id) join held on u.keys && held.keys
		union select reported_by from progress_report p join opened o using (partnership_id, review_id) join held on p.keys && held.keys;
	end;

-- As in 0017, with what a pack still holds, for whom it is, when the review was, and whom of the team it names: as long as they agree
-- and are on it.
create or replace function opened_link() returns table (frame jsonb)
	language sql stable security definer set search_path = public
	begin atomic
		select jsonb_build_object(
			'partnershipId', l.partnership_id, 'id', l.review_id, 'thing', l.thing, 'forWhom', l.for_whom, 'lastDay', l.last_day,
			'host', m.name, 'focus', r.focus, 'heldFrom', r.first_day, 'heldUntil', r.last_day, 'protocol', v.document,
			'reader', l.reader,
			'contents', array(select content from unnest(l.contents) with ordinality as chosen (content, place)
				where exists (select from live_link_things() o where o.link_id = l.id
					and o.thing = case content when 'summary' then 'report' else content end) order by place),
			'speakers', coalesce((select jsonb_agg(jsonb_build_object('name', p.name, 'contact', s.contact) order by p.name)
				from speaker s join person p on p.id = s.person_id
				join team_member t on t.partnership_id = s.partnership_id and t.review_id = s.review_id and t.person_id = s.person_id
				where s.partnership_id = l.partnership_id and s.review_id = l.review_id and s.person_id = any (l.speakers)
					and s.agrees and t.left_on is null), '[]'),
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

-- As in 0026; of a pack the name of its key for the thing.
create or replace function sharing_of(p_review uuid) returns table (sharing jsonb)
	language sql stable security definer set search_path = public
	begin atomic
		select jsonb_build_object(
			'released', coalesce((select jsonb_object_agg(thing, circles) from (
				select thing, jsonb_agg(audience order by released_at, id) as circles from release
				where review_id = r.id and taken_back_at is null group by thing) as opened), '{}'),
			'links', coalesce((select jsonb_object_agg(thing, names) from (
				select thing, jsonb_agg(key_name order by key_name) as names from live_link_things()
				where review_id = r.id group by thing) as live), '{}'),
			'readsPlan', r.id in (select app_plans()))
		from review r
		where r.id = p_review and (r.id = any (array(select app_reviews())) or r.id = any (array(select app_known_reviews())));
	end;
