-- A figure entered by hand can be put right or taken back; what it said before stays under it.
alter table measure
	add column version integer not null default 1,
	add column changed_by uuid references person,
	add column changed_at timestamptz,
	-- What it said before, the latest last: value, pupils, comment, and until when.
	add column former jsonb not null default '[]',
	add column withdrawn_by uuid references person,
	add column withdrawn_at timestamptz,
	add check ((changed_by is null) = (changed_at is null)),
	add check ((withdrawn_by is null) = (withdrawn_at is null));
alter table measure drop constraint measure_partnership_id_school_id_measure_pupil_group_year_key;
create unique index measure_standing on measure (partnership_id, school_id, measure, pupil_group, year) where withdrawn_at is null;
create index on measure (partnership_id, school_id, measure);
grant update (value, pupils, comment, source, version, changed_by, changed_at, former, withdrawn_by, withdrawn_at, keys) on measure to fresh_eyes_app;
create policy correcting on measure for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and keys && array(select app_keys()))
	with check (partnership_id = any (array(select app_partnerships())));
