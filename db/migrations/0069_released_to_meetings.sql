-- What a head releases to a meeting: a report of progress since their school's review (NFS-15), or what the school needs. Both stay
-- where they were written; those who come to the meeting read them there until they are taken back.

create table progress_release (
	partnership_id uuid not null,
	meeting_id uuid not null,
	report_id uuid not null,
	member_id uuid not null,
	released_by uuid not null references person,
	released_at timestamptz not null,
	taken_back_at timestamptz,
	primary key (partnership_id, meeting_id, report_id),
	foreign key (partnership_id, meeting_id) references partnership_meeting,
	foreign key (partnership_id, report_id) references progress_report,
	foreign key (partnership_id, member_id) references member
);
create index on progress_release (partnership_id, report_id);

create table need_release (
	partnership_id uuid not null,
	meeting_id uuid not null,
	member_id uuid not null,
	number integer not null,
	released_by uuid not null references person,
	released_at timestamptz not null,
	taken_back_at timestamptz,
	primary key (partnership_id, meeting_id, member_id, number),
	foreign key (partnership_id, meeting_id) references partnership_meeting,
	foreign key (partnership_id, member_id, number) references need
);
create index on need_release (partnership_id, member_id, number);

-- Whether a report is one of the member's own review. As the owner: a policy that asked progress_report would ask itself.
create function reports_of(p_partnership uuid, p_report uuid, p_member uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from progress_report p
			join review r on r.partnership_id = p.partnership_id and r.id = p.review_id
			where p.partnership_id = p_partnership and p.id = p_report and r.host_member_id = p_member
				and p_member = any (array(select app_headed_members())));
	end;
revoke all on function reports_of from public;
grant execute on function reports_of to fresh_eyes_app;

alter table progress_release enable row level security;
grant select, insert, update (released_by, released_at, taken_back_at) on progress_release to fresh_eyes_app;
create policy attend on progress_release for select to fresh_eyes_app
	using (meeting_id = any (array(select app_meetings()))
		and (taken_back_at is null or member_id = any (array(select app_headed_members()))));
create policy release on progress_release for insert to fresh_eyes_app
	with check (released_by = app_person() and meeting_id = any (array(select app_meetings()))
		and reports_of(partnership_id, report_id, member_id));
create policy again on progress_release for update to fresh_eyes_app
	using (member_id = any (array(select app_headed_members())) and meeting_id = any (array(select app_meetings())))
	with check (member_id = any (array(select app_headed_members())) and (released_by = app_person() or taken_back_at is not null));

alter table need_release enable row level security;
grant select, insert, update (released_by, released_at, taken_back_at) on need_release to fresh_eyes_app;
create policy attend on need_release for select to fresh_eyes_app
	using (meeting_id = any (array(select app_meetings()))
		and (taken_back_at is null or member_id = any (array(select app_headed_members()))));
create policy release on need_release for insert to fresh_eyes_app
	with check (released_by = app_person() and meeting_id = any (array(select app_meetings()))
		and member_id = any (array(select app_headed_members())));
create policy again on need_release for update to fresh_eyes_app
	using (member_id = any (array(select app_headed_members())) and meeting_id = any (array(select app_meetings())))
	with check (member_id = any (array(select app_headed_members())) and (released_by = app_person() or taken_back_at is not null));

create policy released_to_meeting on progress_report for select to fresh_eyes_app
	using (exists (select from progress_release x where x.partnership_id = progress_report.partnership_id
		and x.report_id = progress_report.id and x.taken_back_at is null));
create policy released_to_meeting on need for select to fresh_eyes_app
	using (exists (select from need_release x where x.partnership_id = need.partnership_id
		and x.member_id = need.member_id and x.number = need.number and x.taken_back_at is null));
