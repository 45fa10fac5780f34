-- Which of some days suit some people: asked by whoever organises the partnership or leads one of its groups.

-- The partnerships whose day-to-day work is the actor's.
create function app_organised_partnerships() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select partnership_id from responsibility
		where person_id = app_person() and role in ('lead', 'chair', 'vice chair', 'administrator')
			and from_day <= app_today() and (until_day is null or until_day > app_today());
	end;

create table poll (
	partnership_id uuid not null references partnership,
	-- Alone in all partnerships: what is known of one is asked by its id.
	id uuid not null unique,
	title text not null,
	note text not null,
	days date[] not null check (cardinality(days) between 1 and 40),
	-- By when answers are wished; later ones count as well.
	until_day date not null,
	asked_by uuid not null references person,
	asked_at timestamptz not null,
	closed_by uuid references person,
	closed_at timestamptz,
	primary key (partnership_id, id),
	check ((closed_by is null) = (closed_at is null))
);
create index on poll (partnership_id, asked_at);

create table poll_person (
	partnership_id uuid not null,
	poll_id uuid not null,
	person_id uuid not null references person,
	-- When the last letter about it went to them.
	told_at timestamptz not null,
	primary key (partnership_id, poll_id, person_id),
	foreign key (partnership_id, poll_id) references poll
);
create index on poll_person (person_id, poll_id);

-- What somebody says of all its days at once: those in neither list suit them.
create table poll_reply (
	partnership_id uuid not null,
	poll_id uuid not null,
	person_id uuid not null,
	if_need_be date[] not null,
	cannot date[] not null,
	words text not null,
	replied_at timestamptz not null,
	primary key (partnership_id, poll_id, person_id),
	foreign key (partnership_id, poll_id, person_id) references poll_person
);
create index on poll_reply (person_id, partnership_id);

-- The polls that the actor runs: they asked, or they organise. Those in which they were asked. Each while they stand in the partnership.
create function app_run_polls() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from poll
		where partnership_id = any (array(select app_organised_partnerships()))
			or (asked_by = app_person() and partnership_id = any (array(select app_partnerships())));
	end;
create function app_asked_polls() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select poll_id from poll_person
		where person_id = app_person() and partnership_id = any (array(select app_partnerships()));
	end;

alter table poll enable row level security;
grant select, insert, update (closed_by, closed_at) on poll to fresh_eyes_app;
create policy run on poll for select to fresh_eyes_app
	using (partnership_id = any (array(select app_organised_partnerships()))
		or (asked_by = app_person() and partnership_id = any (array(select app_partnerships()))));
create policy ask on poll for insert to fresh_eyes_app
	with check (asked_by = app_person() and closed_at is null and partnership_id = any (array(select app_partnerships())));
create policy close on poll for update to fresh_eyes_app
	using (id = any (array(select app_run_polls()))) with check (closed_by = app_person());
create policy asked on poll for select to fresh_eyes_app using (id = any (array(select app_asked_polls())));

alter table poll_person enable row level security;
grant select, insert, update (told_at) on poll_person to fresh_eyes_app;
create policy run on poll_person to fresh_eyes_app
	using (poll_id = any (array(select app_run_polls()))) with check (poll_id = any (array(select app_run_polls())));
create policy asked on poll_person for select to fresh_eyes_app using (poll_id = any (array(select app_asked_polls())));

alter table poll_reply enable row level security;
grant select, insert, update (if_need_be, cannot, words, replied_at) on poll_reply to fresh_eyes_app;
create policy own on poll_reply to fresh_eyes_app
	using (person_id = app_person() and poll_id = any (array(select app_asked_polls())))
	with check (person_id = app_person() and poll_id = any (array(select app_asked_polls())));
create policy known on poll_reply for select to fresh_eyes_app
	using (poll_id = any (array(select app_run_polls())) or poll_id = any (array(select app_asked_polls())));

-- What somebody answered in a poll of the partnership is read with their own days. Of a day on which both say something, the later
-- holds; of their own days, 'cannot' stands before 'if need be'.
create or replace function unavailable_days(p_partnership uuid, p_persons uuid[], p_from date, p_to date)
	returns table (person_id uuid, day date, kind text)
	language sql stable security definer set search_path = public
	begin atomic
		with here as (
			select p.id from unnest(p_persons) p (id)
			where p_to - p_from <= 400 and p_partnership = any (array(select app_partnerships()))
				and p.id in (
					select a.person_id from appointment a where a.partnership_id = p_partnership
						and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
					union select r.person_id from responsibility r where r.partnership_id = p_partnership
						and r.from_day <= app_today() and (r.until_day is null or r.until_day > app_today()))
		),
		said as (
			select u.person_id, d.day, min(u.kind) as kind, max(u.added_at) as at
			from unavailable u
			cross join lateral (
				select s::date as day from generate_series(greatest(u.from_day, p_from)::timestamp, least(u.to_day, p_to)::timestamp, '1 day') s
				where u.weekday is null or extract(isodow from s) = u.weekday) d
			where u.person_id in (select id from here) and u.to_day >= p_from and u.from_day <= p_to
			group by u.person_id, d.day
			union all
			select r.person_id, d.day,
				case when d.day = any (r.cannot) then 'cannot' when d.day = any (r.if_need_be) then 'if need be' end, r.replied_at
			from poll_reply r
			join poll q on q.partnership_id = r.partnership_id and q.id = r.poll_id
			cross join lateral unnest(q.days) d (day)
			where r.partnership_id = p_partnership and r.person_id in (select id from here) and d.day between p_from and p_to
		)
		select s.person_id, s.day, s.kind
		from (select distinct on (t.person_id, t.day) t.person_id, t.day, t.kind from said t
			order by t.person_id, t.day, t.at desc, t.kind) s
		where s.kind is not null;
	end;
