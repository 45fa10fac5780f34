-- What a school's story tells beside its reviews (CEN-8): what happened there, as its head writes it down, and its profile by year.
create table school_event (
	partnership_id uuid not null references partnership,
	id uuid not null,
	member_id uuid not null,
	kind text not null check (kind in ('an inspection', 'a review by others', 'a change')),
	year integer not null check (year between 1990 and 2100),
	-- Where it is known; of the year.
	day date check (extract(year from day) = year),
	words text not null,
	-- Read by everybody of the partnership, or by people of the school alone.
	opened boolean not null,
	told_by uuid not null references person,
	told_at timestamptz not null,
	version integer not null default 1,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, member_id) references member
);
create index on school_event (partnership_id, member_id, year);

create table profile_year (
	partnership_id uuid not null references partnership,
	school_id uuid not null,
	school_year text not null,
	-- How many are on roll; the others in percent of them.
	on_roll integer not null,
	disadvantaged numeric,
	send numeric,
	eal numeric,
	moved numeric,
	entered_by uuid not null references person,
	entered_at timestamptz not null,
	version integer not null default 1,
	primary key (partnership_id, school_id, school_year),
	foreign key (partnership_id, school_id) references school
);

alter table school_event enable row level security;
grant select, insert, update (kind, year, day, words, opened, told_by, told_at, version, taken_back_at) on school_event to fresh_eyes_app;
create policy read on school_event for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (opened or member_id = any (array(select app_own_members()))));
create policy tell on school_event for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and told_by = app_person()
		and member_id = any (array(select app_headed_members())));
create policy put_right on school_event for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and member_id = any (array(select app_headed_members())))
	with check (told_by = app_person());

alter table profile_year enable row level security;
grant select, insert, update (on_roll, disadvantaged, send, eal, moved, entered_by, entered_at, version) on profile_year to fresh_eyes_app;
create policy read on profile_year for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())));
create policy enter on profile_year for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and entered_by = app_person()
		and exists (select from member_school ms where ms.partnership_id = profile_year.partnership_id
			and ms.school_id = profile_year.school_id and ms.member_id = any (array(select app_headed_members()))));
create policy correct on profile_year for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and exists (select from member_school ms where ms.partnership_id = profile_year.partnership_id
			and ms.school_id = profile_year.school_id and ms.member_id = any (array(select app_headed_members()))))
	with check (entered_by = app_person());
