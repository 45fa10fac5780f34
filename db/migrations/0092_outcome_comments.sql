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

create policy audience on outcome_comment for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and keys && array(select app_keys()));
create policy say on outcome_comment for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and written_by = app_person() and version = 1 and former = '[]'
		and school_id = any (array(select app_figure_schools()))
		and (keys <@ array(select app_figure_keys())
			or school_id = any (array(select app_headed_schools()))
				and keys <@ array(select app_figure_keys() union all select app_figure_circles())));
create policy put_right on outcome_comment for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and school_id = any (array(select app_figure_schools()))
		and keys && array(select app_keys()))
	with check (written_by = app_person());

-- Whoever says it otherwise signs for it and keeps what was said before; who reads it besides the school's staff is its head's to say, but
-- that what was taken back is said anew to nobody else.
create function comment_signed() returns trigger
	language plpgsql set search_path = public as $$
begin
	if new.version <> old.version + 1
			or new.former <> old.former || jsonb_build_array(new.former -> -1) or new.former -> -1 ->> 'words' is distinct from old.words
			or array(select k from unnest(old.keys) k except select unnest(circle_keys(old.keys)) order by 1)
				<> array(select k from unnest(new.keys) k except select unnest(circle_keys(new.keys)) order by 1)
			or circle_keys(new.keys) <> circle_keys(old.keys)
				and not (old.words = '' and circle_keys(new.keys) = '{}')
				and not (new.school_id = any (array(select app_headed_schools()))
					and circle_keys(new.keys) <@ array(select app_figure_circles())) then
		raise exception 'row-level security: whoever changes a comment signs for it, and its head says who reads it' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger comment_signed before update on outcome_comment for each row
	when (current_user = 'fresh_eyes_app') execute function comment_signed();
