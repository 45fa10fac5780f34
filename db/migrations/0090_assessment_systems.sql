-- By which systems each school assesses, and for whom, so that a partnership sees what its schools have in common (CSC-27).
create table assessment_system (
	partnership_id uuid not null references partnership,
	id uuid not null,
	member_id uuid not null,
	name text not null,
	-- For which year groups and subjects, in words; empty for all.
	used_for text not null,
	since_year text not null,
	-- The last school year in which it is used; null where no end is known.
	until_year text check (until_year >= since_year),
	written_by uuid not null references person,
	written_at timestamptz not null,
	version integer not null default 1,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, member_id) references member
);
create index on assessment_system (partnership_id, member_id);
alter table assessment_system enable row level security;
grant select, insert, update (name, used_for, since_year, until_year, written_by, written_at, version, taken_back_at)
	on assessment_system to fresh_eyes_app;

create policy read on assessment_system for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())));
create policy say on assessment_system for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and written_by = app_person()
		and (member_id = any (array(select app_headed_members())) or partnership_id = any (array(select app_organised_partnerships()))));
create policy put_right on assessment_system for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (member_id = any (array(select app_headed_members())) or partnership_id = any (array(select app_organised_partnerships()))))
	with check (written_by = app_person());
