-- Figures that nobody can work out: what has to be hidden is found from all that was said of a cohort, before readers' rights, and the
-- database itself refuses what only a school's head, or whoever enters figures for it, may write.

-- When a figure was last said: a comment put right says no figure anew.
alter table measure add column stated_at timestamptz;
update measure set stated_at = coalesce(changed_at, entered_at);
alter table measure alter column stated_at set not null;
grant update (stated_at) on measure to fresh_eyes_app;

-- A file that says '<5' or SUPP where the number of pupils stands says that they are few.
alter table imported_figure add column few boolean not null default false;

revoke all on function app_standing_imports from public;
grant execute on function app_standing_imports to fresh_eyes_app;

-- All that was said of schools and stands, of one figure as often as it was said. With the rights of whoever asks.
create function said_figures(p_partnership uuid, p_schools uuid[])
	returns table (school_id uuid, publisher text, measure text, pupil_group text, year text, value numeric, pupils integer, few boolean,
		comment text, source text, keys text[], stated_at timestamptz, import_id uuid, said_by uuid)
	language sql stable
	begin atomic
		select m.school_id, 'school', m.measure, m.pupil_group, m.year, m.value, m.pupils, false, m.comment,
			coalesce(nullif(m.source, ''), 'The school’s own'), m.keys, m.stated_at, null::uuid, coalesce(m.changed_by, m.entered_by)
		from measure m
		where m.partnership_id = p_partnership and m.school_id = any (p_schools) and m.withdrawn_at is null
		union all
		select f.school_id, f.publisher, f.measure, f.pupil_group, f.year, f.value, f.pupils, f.few, '',
			case f.publisher when 'DfE' then 'DfE' || coalesce(', ' || r.name, '') else 'The school’s own' end, f.keys, f.stated_at,
			f.import_id, i.brought_by
		from imported_figure f
		left join register_school r on r.urn = f.urn
		left join outcome_import i on i.partnership_id = f.partnership_id and i.id = f.import_id
		where f.partnership_id = p_partnership and f.school_id = any (p_schools) and f.import_id = any (array(select app_standing_imports()));
	end;
revoke all on function said_figures from public;
grant execute on function said_figures to fresh_eyes_app;

-- The figures of schools that hold: of a school, publisher, measure, group and year what was said last, by hand before a file that only
-- said it too; and what ships with the product where no file says otherwise, under the URNs that a school has and had.
create function held_figures(p_partnership uuid, p_schools uuid[])
	returns table (school_id uuid, publisher text, measure text, pupil_group text, year text, value numeric, pupils integer, few boolean,
		comment text, source text, keys text[], stated_at timestamptz, said_by uuid)
	language sql stable
	begin atomic
		with recursive back (school_id, urn) as (
			select id, urn from school where partnership_id = p_partnership and id = any (p_schools) and urn is not null
			union select b.school_id, l.predecessor from register_link l join back b on l.successor = b.urn
		), stated as (
			select distinct on (s.school_id, s.publisher, s.measure, s.pupil_group, s.year) s.*
			from said_figures(p_partnership, p_schools) s
			order by s.school_id, s.publisher, s.measure, s.pupil_group, s.year, s.stated_at desc, s.import_id desc nulls first
		)
		select s.school_id, s.publisher, s.measure, s.pupil_group, s.year, s.value, s.pupils, s.few, s.comment, s.source, s.keys, s.stated_at,
			s.said_by
		from stated s
		union all
		select b.school_id, 'DfE', v.measure, 'all', n.year, v.number::numeric, n.pupils, false, '', 'DfE, ' || r.name,
			array['partnership:' || p_partnership], null, null
		from back b
		join national_result n on n.urn = b.urn
		join register_school r on r.urn = n.urn
		cross join lateral (values
			('ks2 rwm expected', n.rwm_expected), ('ks2 rwm higher', n.rwm_higher), ('ks2 reading score', n.reading_score),
			('ks2 maths score', n.maths_score), ('ks2 reading progress', n.reading_progress), ('ks2 writing progress', n.writing_progress),
			('ks2 maths progress', n.maths_progress)) v (measure, number)
		-- In the year in which a school took another number, one of them is held back and the other has its figures.
		where (v.number is not null or n.suppressed and not exists (select from back o join national_result r on r.urn = o.urn
				where o.school_id = b.school_id and r.year = n.year and not r.suppressed))
			and not exists (select from stated s where s.school_id = b.school_id and s.publisher = 'DfE' and s.measure = v.measure
				and s.pupil_group = 'all' and s.year = n.year);
	end;
revoke all on function held_figures from public;
grant execute on function held_figures to fresh_eyes_app;

-- Those of one cohort and year are the same children: the first word of a measure's key names its cohort.
create function cohort_of(p_measure text) returns text
	language sql immutable parallel safe return split_part(p_measure, ' ', 1);

-- The least and the most a figure can be: what all or none of the pupils reached.
create function measure_ends(p_measure text) returns numeric[]
	language sql immutable parallel safe
	return case
		when p_measure like '% score' then array[80, 120]::numeric[]
		when p_measure like '% progress' or p_measure = 'ks4 progress 8' then array[-40, 40]
		when p_measure = 'ks4 attainment 8' then array[0, 90]
		else array[0, 100] end;

-- Which of some figures may be shown to nobody but those who enter them: those about fewer than so many pupils, and those from which they
-- could be worked out. A group which is small in one measure is hidden in all of its cohort:
-- 1. Of a cohort that is too small nothing is shown. Only DfE's own number or holding back hides what DfE publishes of the whole.
-- 2. A group that is too small, is held back, or leaves too few beside it is hidden with the rest of the whole: with one of girls and
--    boys, the total would tell the other.
-- 3. What a school says of pupils whose number nobody says is hidden. DfE has hidden what is too small itself.
-- 4. Where a group is hidden and all or none of the whole reached something, all or none of the group did: what the school says by that
--    measure is hidden whole. Anybody may read at DfE's what DfE publishes.
create function hidden_figures(p_figures jsonb, p_fewest integer)
	returns table (school_id uuid, publisher text, measure text, pupil_group text, year text)
	language sql immutable
	begin atomic
		with figure as (
			select f.*, cohort_of(f.measure) as cohort,
				coalesce(f.few, false) or coalesce(f.pupils between 1 and p_fewest - 1, false) as is_few,
				f.value is null and f.pupils is null as is_held_back
			from jsonb_to_recordset(p_figures) as f (school_id uuid, publisher text, measure text, pupil_group text, year text, value numeric,
				pupils integer, few boolean)
		), part (whole, pupil_group) as (values
			(1, 'girls'), (1, 'boys'), (2, 'disadvantaged'), (2, 'not disadvantaged'), (3, 'SEND'), (3, 'not SEND'), (4, 'EAL'), (4, 'not EAL'),
			(5, 'mobile'), (5, 'not mobile')
		), said as (
			select f.school_id, f.year, f.cohort, f.pupil_group,
				bool_or(f.is_few or f.is_held_back and (f.pupil_group <> 'all' or f.publisher = 'DfE')) as is_few,
				bool_or(f.publisher = 'DfE' and (f.is_few or f.is_held_back)) as is_few_at_dfe,
				bool_or(f.publisher = 'school') as is_of_school,
				coalesce(array_agg(distinct f.pupils) filter (where f.pupils is not null), '{}') as counts
			from figure f group by f.school_id, f.year, f.cohort, f.pupil_group
		), whole as (
			select * from said where said.pupil_group = 'all'
		), hidden_part as (
			select distinct s.school_id, s.year, s.cohort, p.whole
			from said s
			join part p on p.pupil_group = s.pupil_group
			left join whole w on w.school_id = s.school_id and w.year = s.year and w.cohort = s.cohort
			where s.is_few or s.is_of_school and s.counts = '{}'
				or exists (select from unnest(w.counts) a, unnest(s.counts) b where a <> b and abs(a - b) < p_fewest)
		), judged as (
			select f.*,
				coalesce(w.is_few_at_dfe, false)
				or coalesce(w.is_few, false) and not (f.publisher = 'DfE' and f.pupil_group = 'all')
				or f.pupil_group = 'all' and f.publisher = 'school' and w.counts = '{}'
				or h.whole is not null as is_hidden
			from figure f
			left join whole w on w.school_id = f.school_id and w.year = f.year and w.cohort = f.cohort
			left join part p on p.pupil_group = f.pupil_group
			left join hidden_part h on h.school_id = f.school_id and h.year = f.year and h.cohort = f.cohort and h.whole = p.whole
		), size as (
			select j.school_id, j.year, j.cohort, array_agg(distinct j.pupils) as counts
			from judged j where j.pupil_group = 'all' and not j.is_hidden and j.pupils is not null
			group by j.school_id, j.year, j.cohort
		), at_end as (
			-- A group of as many as there are in all is the whole by another name; of how many is not always known.
			select j.school_id, j.year, j.measure, j.value, j.pupil_group, p.whole,
				j.pupil_group = 'all' or j.pupils is null or s.counts is null or j.pupils = any (s.counts) as is_whole
			from judged j
			left join part p on p.pupil_group = j.pupil_group
			left join size s on s.school_id = j.school_id and s.year = j.year and s.cohort = j.cohort
			where not j.is_hidden and j.value = any (measure_ends(j.measure))
		), told as (
			select a.school_id, a.year, a.measure from at_end a where a.is_whole
			union
			select a.school_id, a.year, a.measure from at_end a
			join at_end b on b.school_id = a.school_id and b.year = a.year and b.measure = a.measure and b.value = a.value
				and b.whole = a.whole and b.pupil_group <> a.pupil_group
		)
		select j.school_id, j.publisher, j.measure, j.pupil_group, j.year from judged j
		where j.is_hidden
			or j.publisher = 'school'
				and exists (select from hidden_part h where h.school_id = j.school_id and h.year = j.year and h.cohort = j.cohort)
				and exists (select from told t where t.school_id = j.school_id and t.year = j.year and t.measure = j.measure);
	end;

-- Fewer pupils than this are shown to nobody but those who enter their figures.
create function fewest_pupils(p_partnership uuid) returns integer language sql stable return 6;

-- Which figures of the cohorts of some measures are hidden, found from all of them, whoever asks. Of other partnerships nothing.
create function app_hidden_figures(p_partnership uuid, p_schools uuid[], p_measures text[])
	returns table (school_id uuid, publisher text, measure text, pupil_group text, year text)
	language sql stable security definer set search_path = public
	begin atomic
		select h.* from hidden_figures((
			select coalesce(jsonb_agg(jsonb_build_object('school_id', f.school_id, 'publisher', f.publisher, 'measure', f.measure,
				'pupil_group', f.pupil_group, 'year', f.year, 'value', f.value, 'pupils', f.pupils, 'few', f.few)), '[]')
			from held_figures(p_partnership, p_schools) f
			where p_partnership = any (array(select app_partnerships()))
				and cohort_of(f.measure) = any (array(select cohort_of(m) from unnest(p_measures) m))
		), fewest_pupils(p_partnership)) h;
	end;
revoke all on function app_hidden_figures from public;
grant execute on function app_hidden_figures to fresh_eyes_app;

-- The schools that the actor heads today, and those whose figures they may enter or bring in.
create function app_headed_schools() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select s.school_id from member_school s
		join member m on m.partnership_id = s.partnership_id and m.id = s.member_id
		where s.member_id = any (array(select app_headed_members())) and (m.until_day is null or m.until_day > app_today());
	end;
create function app_figure_schools() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select app_headed_schools()
		union
		select s.school_id from member_school s
		join member m on m.partnership_id = s.partnership_id and m.id = s.member_id
		where s.partnership_id = any (array(select app_organised_partnerships())) and (m.until_day is null or m.until_day > app_today());
	end;

-- The keys under which the actor may put a figure: their own and its staff's; and the circles that the head of a school lets in.
create function app_figure_keys() returns setof text
	language sql stable security definer set search_path = public
	begin atomic
		select 'person:' || app_person()
		union select 'staff:' || member_id from member_school where school_id = any (array(select app_figure_schools()));
	end;
create function app_figure_circles() returns setof text
	language sql stable security definer set search_path = public
	begin atomic
		select unnest(array['governors:' || member_id, 'heads:' || partnership_id, 'partnership:' || partnership_id])
		from member_school where school_id = any (array(select app_headed_schools()));
	end;
create function circle_keys(p_keys text[]) returns text[]
	language sql immutable parallel safe
	return array(select k from unnest(p_keys) k where k ~ '^(governors|heads|partnership):' order by k);

-- The figures of schools' own that hold and that whoever brings in others may not read: that there are some, and nothing of them.
create function app_closed_figures(p_partnership uuid, p_schools uuid[])
	returns table (school_id uuid, measure text, pupil_group text, year text)
	language sql stable security definer set search_path = public
	begin atomic
		select f.school_id, f.measure, f.pupil_group, f.year
		from held_figures(p_partnership, p_schools) f
		where f.publisher = 'school' and f.school_id = any (array(select app_figure_schools())) and not f.keys && array(select app_keys());
	end;

-- The imports that hold figures of a school that the actor heads: what others change there is told to its head.
create function app_imports_at_headed() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select i.id from outcome_import i
		where i.partnership_id = any (array(select app_partnerships())) and exists (select from imported_figure f
			where f.partnership_id = i.partnership_id and f.import_id = i.id and f.school_id = any (array(select app_headed_schools())));
	end;

revoke all on function app_headed_schools, app_figure_schools, app_figure_keys, app_figure_circles, app_closed_figures, app_imports_at_headed
	from public;
grant execute on function app_headed_schools, app_figure_schools, app_figure_keys, app_figure_circles, app_closed_figures,
	app_imports_at_headed to fresh_eyes_app;

-- Whom a head has let in on a figure is let in on what is said over it, by whomever.
create function carry_circles_to_file() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	update imported_figure f
	set keys = array(select unnest(f.keys) union select unnest(circle_keys(before.keys)))
	from (
		select distinct on (b.partnership_id, b.import_id, s.school_id, s.measure, s.pupil_group, s.year) b.partnership_id, b.import_id, s.*
		from (select partnership_id, import_id, array_agg(distinct school_id) as schools from brought where publisher = 'school' group by 1, 2) b
		cross join lateral (select t.school_id, t.measure, t.pupil_group, t.year, t.keys, t.stated_at from said_figures(b.partnership_id, b.schools) t
			where t.publisher = 'school' and t.import_id is distinct from b.import_id) s
		order by b.partnership_id, b.import_id, s.school_id, s.measure, s.pupil_group, s.year, s.stated_at desc
	) before
	where f.partnership_id = before.partnership_id and f.import_id = before.import_id and f.school_id = before.school_id
		and f.publisher = 'school' and f.measure = before.measure and f.pupil_group = before.pupil_group and f.year = before.year
		and circle_keys(before.keys) <> '{}';
	return null;
end $$;
create trigger carry_circles after insert on imported_figure referencing new table as brought
	for each statement execute function carry_circles_to_file();

create function carry_circles_to_entry() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	update measure m
	set keys = array(select unnest(m.keys) union select unnest(circle_keys(before.keys)))
	from (
		select e.partnership_id, e.id, s.keys
		from entered e
		cross join lateral (select t.keys from said_figures(e.partnership_id, array[e.school_id]) t
			where t.publisher = 'school' and t.import_id is not null
				and t.measure = e.measure and t.pupil_group = e.pupil_group and t.year = e.year
			order by t.stated_at desc limit 1) s
	) before
	where m.partnership_id = before.partnership_id and m.id = before.id and circle_keys(before.keys) <> '{}';
	return null;
end $$;
create trigger carry_circles after insert on measure referencing new table as entered
	for each statement execute function carry_circles_to_entry();

-- Of the keys of a figure only its circles change, and only by its head.
create function circles_by_head() returns trigger
	language plpgsql set search_path = public as $$
begin
	if array(select k from unnest(old.keys) k except select unnest(circle_keys(old.keys)) order by 1)
			<> array(select k from unnest(new.keys) k except select unnest(circle_keys(new.keys)) order by 1)
		or not circle_keys(new.keys) <@ array(select app_figure_circles())
		or not new.school_id = any (array(select app_headed_schools())) then
		raise exception 'row-level security: only the head of a school says who else sees its figures' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger circles_by_head before update on measure for each row
	when (old.keys is distinct from new.keys and current_user = 'fresh_eyes_app') execute function circles_by_head();
create trigger circles_by_head before update on imported_figure for each row
	when (old.keys is distinct from new.keys and current_user = 'fresh_eyes_app') execute function circles_by_head();

-- Whoever puts a figure right or takes it back signs for it; what was taken back stays so.
create function figure_signed() returns trigger
	language plpgsql set search_path = public as $$
begin
	if (old.value, old.pupils, old.comment, old.source, old.former, old.stated_at, old.version)
			is distinct from (new.value, new.pupils, new.comment, new.source, new.former, new.stated_at, new.version)
			and (new.changed_by is distinct from app_person() or new.version <> old.version + 1
				or new.former <> old.former || jsonb_build_array(new.former -> -1))
		or (old.withdrawn_by, old.withdrawn_at) is distinct from (new.withdrawn_by, new.withdrawn_at)
			and (old.withdrawn_at is not null or new.withdrawn_by is distinct from app_person()) then
		raise exception 'row-level security: whoever changes a figure signs for it' using errcode = '42501';
	end if;
	return new;
end $$;
create trigger figure_signed before update on measure for each row
	when (current_user = 'fresh_eyes_app') execute function figure_signed();

drop policy entering on measure;
create policy entering on measure for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and entered_by = app_person() and changed_by is null
		and school_id = any (array(select app_figure_schools()))
		and (keys <@ array(select app_figure_keys())
			or school_id = any (array(select app_headed_schools()))
				and keys <@ array(select app_figure_keys() union all select app_figure_circles())));
drop policy correcting on measure;
create policy correcting on measure for update to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships())) and school_id = any (array(select app_figure_schools()))
		and keys && array(select app_keys()))
	with check (partnership_id = any (array(select app_partnerships())));

drop policy bringing on imported_figure;
create policy bringing on imported_figure for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_partnerships())) and school_id = any (array(select app_figure_schools()))
		and exists (select from outcome_import i where i.partnership_id = imported_figure.partnership_id
			and i.id = imported_figure.import_id and i.brought_by = app_person() and imported_figure.stated_at <= i.brought_at)
		and case publisher
			when 'DfE' then keys = array['partnership:' || partnership_id]
			else keys <@ array(select app_figure_keys())
				or school_id = any (array(select app_headed_schools()))
					and keys <@ array(select app_figure_keys() union all select app_figure_circles()) end);
drop policy sharing on imported_figure;
create policy sharing on imported_figure for update to fresh_eyes_app
	using (publisher = 'school' and keys && array(select app_keys()) and school_id = any (array(select app_headed_schools()))
		and partnership_id = any (array(select app_partnerships())))
	with check (partnership_id = any (array(select app_partnerships())));

drop policy run on outcome_import;
create policy run on outcome_import for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (brought_by = app_person() or partnership_id = any (array(select app_organised_partnerships()))
			or id = any (array(select app_imports_at_headed()))));
create policy bring on outcome_import for insert to fresh_eyes_app
	with check (brought_by = app_person() and undone_at is null and partnership_id = any (array(select app_partnerships()))
		and exists (select from member_school s
			where s.partnership_id = outcome_import.partnership_id and s.school_id = any (array(select app_figure_schools()))));
create policy undo on outcome_import for update to fresh_eyes_app
	using (undone_at is null and partnership_id = any (array(select app_partnerships()))
		and (brought_by = app_person() or partnership_id = any (array(select app_organised_partnerships()))))
	with check (undone_by = app_person());

-- Files that nobody brought in are forgotten, whether or not whoever chose them comes back.
create function forget_readings(p_before timestamptz) returns integer
	language sql security definer set search_path = public
	begin atomic
		with gone as (delete from outcome_reading where app_job() = 'readings' and read_at < p_before returning 1)
		select count(*)::integer from gone;
	end;
revoke all on function forget_readings from public;
grant execute on function forget_readings to fresh_eyes_app;
create index on outcome_reading (read_at);
