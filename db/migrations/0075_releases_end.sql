-- Policies of agendas, minutes and releases know a meeting by its id alone: no other partnership holds one under the same.
alter table partnership_meeting add constraint meeting_known_by_id unique (id);
revoke update on partnership_meeting from fresh_eyes_app;
grant update (day, from_time, to_time, place, version, withdrawn_by, withdrawn_at) on partnership_meeting to fresh_eyes_app;

-- As in 0068, without those that were withdrawn.
create or replace function app_meetings() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from partnership_meeting m
		where m.partnership_id = any (array(select app_partnerships())) and m.withdrawn_at is null
			and app_attends(m.partnership_id, m.kind, m.group_id, m.day);
	end;

-- The meetings at which the actor reads what heads released: those that they run, and those to which they were invited on its own day. Who
-- holds such a role later reads the minutes and no release.
create function app_released_meetings() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from partnership_meeting m
		where m.partnership_id = any (array(select app_partnerships())) and m.withdrawn_at is null
			and (app_runs_meeting(m.partnership_id, m.group_id)
				or exists (select from invited_to(m.partnership_id, m.kind, m.group_id, m.day) i where i.person_id = app_person()));
	end;
revoke all on function app_released_meetings from public;
grant execute on function app_released_meetings to fresh_eyes_app;

-- A head always finds what their school released, and takes it back, wherever they belong by then.
drop policy attend on progress_release;
drop policy release on progress_release;
drop policy again on progress_release;
create policy attend on progress_release for select to fresh_eyes_app
	using (member_id = any (array(select app_headed_members()))
		or (taken_back_at is null and meeting_id = any (array(select app_released_meetings()))));
create policy release on progress_release for insert to fresh_eyes_app
	with check (released_by = app_person() and meeting_id = any (array(select app_released_meetings()))
		and reports_of(partnership_id, report_id, member_id));
create policy again on progress_release for update to fresh_eyes_app
	using (member_id = any (array(select app_headed_members())))
	with check (member_id = any (array(select app_headed_members()))
		and (taken_back_at is not null or (released_by = app_person() and meeting_id = any (array(select app_released_meetings())))));

drop policy attend on need_release;
drop policy release on need_release;
drop policy again on need_release;
create policy attend on need_release for select to fresh_eyes_app
	using (member_id = any (array(select app_headed_members()))
		or (taken_back_at is null and meeting_id = any (array(select app_released_meetings()))));
create policy release on need_release for insert to fresh_eyes_app
	with check (released_by = app_person() and meeting_id = any (array(select app_released_meetings()))
		and member_id = any (array(select app_headed_members())));
create policy again on need_release for update to fresh_eyes_app
	using (member_id = any (array(select app_headed_members())))
	with check (member_id = any (array(select app_headed_members()))
		and (taken_back_at is not null or (released_by = app_person() and meeting_id = any (array(select app_released_meetings())))));

-- Whoever puts answers of a look-back right signs for it; what they said before stays.
alter table look_back add column former jsonb not null default '[]';
grant update (former) on look_back to fresh_eyes_app;
create policy signed on look_back as restrictive for update to fresh_eyes_app
	using (true) with check (answered_by = app_person());
