-- A school's own figures about pupils in aggregate, with what it says of them (CEN-7). One figure for a school, measure,
-- pupil group and year; who may read it is on the row.

create table measure (
	partnership_id uuid not null,
	id uuid not null,
	school_id uuid not null,
	measure text not null,
	pupil_group text not null,
	year text not null check (year ~ '^\d{4}-\d{2}$'),
	value numeric not null,
	pupils integer check (pupils >= 0),
	comment text not null default '',
	source text not null default '',
	entered_by uuid not null references person,
	entered_at timestamptz not null default now(),
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, school_id) references school,
	unique (partnership_id, school_id, measure, pupil_group, year)
);

alter table measure enable row level security;
grant select, insert on measure to fresh_eyes_app;
create index on measure using gin (keys);
create policy audience on measure for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and keys && array(select app_keys()));
create policy entering on measure for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and entered_by = app_person());
