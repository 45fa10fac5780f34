-- Figures about pupils brought in from files (CSC-8). What a file says is read and shown first, and is until then its reader's
-- alone; a file may hold more than anybody should keep, so that of it only figures stay.

create table outcome_reading (
	partnership_id uuid not null references partnership,
	id uuid not null,
	file_name text not null,
	-- The school year of all its figures, and the school, where the file does not say them.
	year text check (year ~ '^\d{4}-\d{2}$'),
	school_id uuid,
	read_by uuid not null references person,
	read_at timestamptz not null,
	-- How far whoever reads it is, and when they last said so.
	rows_read integer not null default 0,
	rows_in_all integer,
	told_at timestamptz not null,
	-- Why it cannot be read.
	refused text,
	-- Its cells, as long as nobody has said what its columns are.
	sheet jsonb,
	-- The figures it holds, and what was left out and why.
	reading jsonb,
	primary key (partnership_id, id),
	foreign key (partnership_id, school_id) references school
);
create index on outcome_reading (read_by, read_at);
alter table outcome_reading enable row level security;
grant select, insert, update (rows_read, rows_in_all, told_at, refused, sheet, reading), delete on outcome_reading to fresh_eyes_app;
create policy own on outcome_reading to fresh_eyes_app
	using (read_by = app_person() and partnership_id = any (array(select app_partnerships())))
	with check (read_by = app_person() and partnership_id = any (array(select app_partnerships())));

-- What the columns of a spreadsheet are, said once for all that have the same headings.
create table column_mapping (
	partnership_id uuid not null references partnership,
	-- A digest of the headings.
	headings text not null,
	mapping jsonb not null,
	kept_by uuid not null references person,
	kept_at timestamptz not null,
	primary key (partnership_id, headings)
);
call protect_tenant_table('column_mapping', 'select, insert, update (mapping, kept_by, kept_at)');

create table outcome_import (
	partnership_id uuid not null references partnership,
	id uuid not null,
	file_name text not null,
	layout text not null,
	brought_by uuid not null references person,
	brought_at timestamptz not null,
	-- How many figures were not there before, were otherwise, and were there already.
	added integer not null,
	changed integer not null,
	same integer not null,
	left_out jsonb not null,
	undone_by uuid references person,
	undone_at timestamptz,
	primary key (partnership_id, id),
	check ((undone_by is null) = (undone_at is null))
);
create index on outcome_import (partnership_id, brought_at);
alter table outcome_import enable row level security;
grant select, insert, update (undone_by, undone_at) on outcome_import to fresh_eyes_app;
create policy run on outcome_import to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (brought_by = app_person() or partnership_id = any (array(select app_organised_partnerships()))))
	with check (partnership_id = any (array(select app_partnerships()))
		and (brought_by = app_person() or partnership_id = any (array(select app_organised_partnerships()))));

-- One figure of one import. What was said last of a school, measure, pupil group and year holds, so that taking an import back
-- leaves what was there before.
create table imported_figure (
	partnership_id uuid not null,
	import_id uuid not null,
	school_id uuid not null,
	publisher text not null check (publisher in ('DfE', 'school')),
	-- The URN that DfE published it for: the school's own or one it had before.
	urn integer,
	measure text not null,
	pupil_group text not null,
	year text not null check (year ~ '^\d{4}-\d{2}$'),
	-- Null: whoever published it holds it back.
	value numeric,
	pupils integer check (pupils >= 0),
	stated_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, import_id, school_id, measure, pupil_group, year),
	foreign key (partnership_id, import_id) references outcome_import,
	foreign key (partnership_id, school_id) references school
);
create index on imported_figure (partnership_id, school_id, measure);
create index on imported_figure using gin (keys);

create function app_standing_imports() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from outcome_import where undone_at is null and partnership_id = any (array(select app_partnerships()));
	end;

alter table imported_figure enable row level security;
grant select, insert, update (keys) on imported_figure to fresh_eyes_app;
create policy audience on imported_figure for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and keys && array(select app_keys())
		and import_id = any (array(select app_standing_imports())));
create policy bringing on imported_figure for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships()))
		and exists (select from outcome_import i where i.partnership_id = imported_figure.partnership_id
			and i.id = imported_figure.import_id and i.brought_by = app_person()));
-- Whom its head lets in: as with figures entered by hand.
create policy sharing on imported_figure for update to fresh_eyes_app
	using (keys && array(select app_keys()) and partnership_id = any (array(select app_partnerships())))
	with check (partnership_id = any (array(select app_partnerships())));
