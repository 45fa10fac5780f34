-- Days on which a person can't, or only if need be: theirs, in however many partnerships they stand. A weekday makes it a rule.
create table unavailable (
	id uuid primary key,
	person_id uuid not null references person on delete cascade,
	kind text not null check (kind in ('cannot', 'if need be')),
	from_day date not null,
	to_day date not null,
	-- 1 for Monday to 7 for Sunday; every day where there is none.
	weekday integer check (weekday between 1 and 7),
	-- Theirs alone.
	words text not null,
	added_at timestamptz not null,
	check (from_day <= to_day and to_day - from_day <= 1100)
);
create unique index on unavailable (person_id, from_day, to_day, kind, coalesce(weekday, 0));
create index on unavailable (person_id, to_day);
alter table unavailable enable row level security;
grant select, insert, delete on unavailable to fresh_eyes_app;
create policy own on unavailable to fresh_eyes_app using (person_id = app_person()) with check (person_id = app_person());

-- The days alone, for those who stand in a partnership with them: no words, and nothing of where else they stand.
create function unavailable_days(p_partnership uuid, p_persons uuid[], p_from date, p_to date)
	returns table (person_id uuid, day date, kind text)
	language sql stable security definer set search_path = public
	begin atomic
		-- 'cannot' stands before 'if need be', where a day is both.
		select u.person_id, d.day, min(u.kind)
		from unavailable u
		cross join lateral (
			select s::date as day from generate_series(greatest(u.from_day, p_from)::timestamp, least(u.to_day, p_to)::timestamp, '1 day') s
			where u.weekday is null or extract(isodow from s) = u.weekday) d
		where p_to - p_from <= 400 and u.person_id = any (p_persons) and u.to_day >= p_from and u.from_day <= p_to
			and p_partnership = any (array(select app_partnerships()))
			and u.person_id in (
				select a.person_id from appointment a where a.partnership_id = p_partnership
					and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
				union select r.person_id from responsibility r where r.partnership_id = p_partnership
					and r.from_day <= app_today() and (r.until_day is null or r.until_day > app_today()))
		group by u.person_id, d.day;
	end;
revoke all on function unavailable_days from public;
grant execute on function unavailable_days to fresh_eyes_app;
