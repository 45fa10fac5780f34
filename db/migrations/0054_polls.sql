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
	words text not null,
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

-- What somebody says of its days, as far as it is not what they say of their days anyhow: of a day in none of the lists that holds.
create table poll_answer (
	partnership_id uuid not null,
	poll_id uuid not null,
	person_id uuid not null,
	suits date[] not null,
	if_need_be date[] not null,
	cannot date[] not null,
	words text not null,
	answered_at timestamptz not null,
	primary key (partnership_id, poll_id, person_id),
	foreign key (partnership_id, poll_id, person_id) references poll_person
);
create index on poll_answer (person_id, partnership_id);

-- Whether somebody holds a role in a partnership today.
create function stands_in(p_partnership uuid, p_person uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from appointment a where a.partnership_id = p_partnership and a.person_id = p_person
				and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today()))
			or exists (select from responsibility r where r.partnership_id = p_partnership and r.person_id = p_person
				and r.from_day <= app_today() and (r.until_day is null or r.until_day > app_today()));
	end;
revoke all on function stands_in from public;
grant execute on function stands_in to fresh_eyes_app;

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
-- By its own columns and not by app_run_polls(), which does not know of the row that a statement is about to make.
create policy run on poll for select to fresh_eyes_app
	using (partnership_id = any (array(select app_organised_partnerships()))
		or (asked_by = app_person() and partnership_id = any (array(select app_partnerships()))));
create policy asked on poll for select to fresh_eyes_app using (id = any (array(select app_asked_polls())));
create policy ask on poll for insert to fresh_eyes_app
	with check (asked_by = app_person() and closed_at is null
		and (partnership_id = any (array(select app_organised_partnerships()))
			or exists (select from member_group g where g.partnership_id = poll.partnership_id and g.lead_id = app_person())));
create policy close on poll for update to fresh_eyes_app
	using (closed_at is null and id = any (array(select app_run_polls()))) with check (closed_by = app_person());

alter table poll_person enable row level security;
grant select, insert, update (told_at) on poll_person to fresh_eyes_app;
create policy run on poll_person to fresh_eyes_app
	using (poll_id = any (array(select app_run_polls())))
	with check (poll_id = any (array(select app_run_polls())) and stands_in(partnership_id, person_id));
create policy asked on poll_person for select to fresh_eyes_app using (poll_id = any (array(select app_asked_polls())));

alter table poll_answer enable row level security;
grant select, insert, update (suits, if_need_be, cannot, words, answered_at) on poll_answer to fresh_eyes_app;
create policy own on poll_answer to fresh_eyes_app
	using (person_id = app_person() and poll_id = any (array(select app_asked_polls())))
	with check (person_id = app_person() and poll_id = any (array(select app_asked_polls())));
create policy known on poll_answer for select to fresh_eyes_app
	using (poll_id = any (array(select app_run_polls())) or poll_id = any (array(select app_asked_polls())));

-- What somebody answered in polls of the partnership is read with their own days: of a day, what was said last holds. Where several
-- of their own entries were made since they answered, or they answered nothing, the worst of those does. Longer than any cycle is
-- refused, as before by no rows.
create or replace function unavailable_days(p_partnership uuid, p_persons uuid[], p_from date, p_to date)
	returns table (person_id uuid, day date, kind text)
	language sql stable security definer set search_path = public
	begin atomic
		with here as (
			select p.id from unnest(p_persons) p (id)
			where p_to - p_from <= 1900 and p_partnership = any (array(select app_partnerships()))
				and stands_in(p_partnership, p.id)
		),
		own as (
			select u.person_id, d.day, u.kind, u.added_at
			from unavailable u
			cross join lateral (
				select s::date as day from generate_series(greatest(u.from_day, p_from)::timestamp, least(u.to_day, p_to)::timestamp, '1 day') s
				where u.weekday is null or extract(isodow from s) = u.weekday) d
			where u.person_id in (select id from here) and u.to_day >= p_from and u.from_day <= p_to
		),
		answered as (
			select distinct on (a.person_id, d.day) a.person_id, d.day, d.kind, a.answered_at
			from poll_answer a
			cross join lateral (
				select unnest(a.cannot) as day, 'cannot' as kind
				union all select unnest(a.if_need_be), 'if need be'
				union all select unnest(a.suits), 'suits') d
			where a.partnership_id = p_partnership and a.person_id in (select id from here) and d.day between p_from and p_to
			order by a.person_id, d.day, a.answered_at desc, d.kind
		),
		since as (
			select o.person_id, o.day, min(o.kind) as kind
			from own o
			left join answered a on a.person_id = o.person_id and a.day = o.day
			where a.answered_at is null or o.added_at > a.answered_at
			group by o.person_id, o.day
		)
		select s.person_id, s.day, s.kind from since s
		union all
		select a.person_id, a.day, a.kind from answered a
		where a.kind <> 'suits' and not exists (select from since s where s.person_id = a.person_id and s.day = a.day);
	end;
