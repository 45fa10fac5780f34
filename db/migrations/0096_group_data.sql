-- What data a group looks at in its school year: a measure, and which pupil groups of it side by side (CSC-8).
create table group_data (
	partnership_id uuid not null,
	id uuid not null,
	group_id uuid not null,
	measure text not null,
	together text not null,
	-- In a sentence; empty where nothing is said.
	why text not null,
	chosen_by uuid not null references person,
	chosen_at timestamptz not null,
	taken_off_by uuid references person,
	taken_off_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, group_id) references member_group,
	check ((taken_off_by is null) = (taken_off_at is null))
);
create unique index chosen_once on group_data (partnership_id, group_id, measure, together) where taken_off_at is null;
alter table group_data enable row level security;
grant select, insert, update (taken_off_by, taken_off_at) on group_data to fresh_eyes_app;

-- The groups with a school that the actor heads: its lead is one of these heads.
create function app_headed_groups() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select group_id from group_membership where member_id = any (array(select app_headed_members()));
	end;
revoke all on function app_headed_groups from public;
grant execute on function app_headed_groups to fresh_eyes_app;

create policy read on group_data for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())));
create policy choose on group_data for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and chosen_by = app_person() and taken_off_by is null
		and (group_id = any (array(select app_headed_groups())) or partnership_id = any (array(select app_organised_partnerships()))));
create policy take_off on group_data for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (group_id = any (array(select app_headed_groups())) or partnership_id = any (array(select app_organised_partnerships()))))
	with check (taken_off_by = app_person());
