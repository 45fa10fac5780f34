-- What a school says of a year of one measure, whether it has a figure of its own for that year or not (CEN-7): most figures are
-- published by DfE, and some years have none.
create table outcome_comment (
	partnership_id uuid not null references partnership,
	school_id uuid not null,
	measure text not null,
	year text not null check (year ~ '^\d{4}-\d{2}$'),
	-- Empty where it was taken back.
	words text not null,
	version integer not null,
	-- What it said before, the latest last: words, by whom, and until when.
	former jsonb not null default '[]',
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, school_id, measure, year),
	foreign key (partnership_id, school_id) references school
);
create index on outcome_comment using gin (keys);
alter table outcome_comment enable row level security;
grant select, insert, update (words, version, former, written_by, written_at, keys) on outcome_comment to fresh_eyes_app;

-- Whether the actor enters what is known of a school: its head, or whoever organises the partnership.
create function app_enters_for_school(p_partnership uuid, p_school uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select p_partnership = any (array(select app_partnerships())) and exists (
			select from member_school s where s.partnership_id = p_partnership and s.school_id = p_school
				and (s.member_id = any (array(select app_headed_members()))
					or p_partnership = any (array(select app_organised_partnerships()))));
	end;
revoke all on function app_enters_for_school from public;
grant execute on function app_enters_for_school to fresh_eyes_app;

create policy audience on outcome_comment for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and keys && array(select app_keys()));
create policy say on outcome_comment for insert to fresh_eyes_app
	with check (written_by = app_person() and app_enters_for_school(partnership_id, school_id));
create policy put_right on outcome_comment for update to fresh_eyes_app
	using (keys && array(select app_keys()) and app_enters_for_school(partnership_id, school_id))
	with check (written_by = app_person());
