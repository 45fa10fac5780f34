-- Meetings of a partnership: of its heads, a group, the steering group, deputies and governors; what is on the agenda of each, what
-- was minuted, and what people promised (NFS-15, NFS-28, CSC-1, CSC-20).

alter table partnership_meeting
	drop constraint partnership_meeting_kind_check,
	add constraint partnership_meeting_kind_check check (kind in ('heads', 'group', 'steering', 'deputies', 'governors')),
	add group_id uuid,
	add foreign key (partnership_id, group_id) references member_group,
	add check ((kind = 'group') = (group_id is not null));
create index on partnership_meeting (partnership_id, kind, day);

-- Who comes to a meeting of a kind held on a day: whoever holds a role by which it meets on that day, with the member they come for.
create function invited_to(p_partnership uuid, p_kind text, p_group uuid, p_day date)
	returns table (person_id uuid, member_id uuid)
	language sql stable security definer set search_path = public
	begin atomic
		select a.person_id, a.member_id
		from appointment a
		join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
		where p_partnership = any (array(select app_partnerships()))
			and a.partnership_id = p_partnership and p_kind <> 'steering'
			and a.from_day <= p_day and (a.until_day is null or a.until_day > p_day)
			and m.from_day <= p_day and (m.until_day is null or m.until_day > p_day)
			and case p_kind
				when 'deputies' then a.role = 'deputy'
				when 'governors' then a.role = 'governor'
				else a.role in ('headteacher', 'executive head', 'head of school')
					and exists (select from appointment_confirmation c
						where c.partnership_id = a.partnership_id and c.appointment_id = a.id)
					and (p_kind = 'heads' or exists (select from group_membership g
						where g.partnership_id = a.partnership_id and g.group_id = p_group and g.member_id = a.member_id))
				end
		union
		select r.person_id, null from responsibility r
		where p_partnership = any (array(select app_partnerships()))
			and r.partnership_id = p_partnership
			and (p_kind in ('heads', 'steering') and r.role in ('lead', 'chair', 'vice chair', 'administrator')
				or p_kind = 'steering' and r.role = 'steering')
			and r.from_day <= p_day and (r.until_day is null or r.until_day > p_day);
	end;
revoke all on function invited_to from public;
grant execute on function invited_to to fresh_eyes_app;

-- The groups that the actor leads today, as the head of one of their schools.
create function app_led_groups() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select g.id from member_group g
		where g.lead_id = app_person() and g.partnership_id = any (array(select app_partnerships()))
			and exists (select from group_membership m where m.partnership_id = g.partnership_id and m.group_id = g.id
				and m.member_id = any (array(select app_headed_members())));
	end;

-- Whether the actor calls and minutes such a meeting.
create function app_runs_meeting(p_partnership uuid, p_group uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select p_partnership = any (array(select app_organised_partnerships()))
			or coalesce(p_group = any (array(select app_led_groups())), false);
	end;

-- Whether agenda and minutes are the actor's to read: they run it, or would come to it. To one that is over comes whoever holds the
-- role today, so that a new head reads what was minuted before, and one who has left does not.
create function app_attends(p_partnership uuid, p_kind text, p_group uuid, p_day date) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select p_partnership = any (array(select app_partnerships()))
			and (app_runs_meeting(p_partnership, p_group)
				or exists (select from invited_to(p_partnership, p_kind, p_group, greatest(p_day, app_today())) i
					where i.person_id = app_person()));
	end;

create function app_meetings() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from partnership_meeting m
		where m.partnership_id = any (array(select app_partnerships()))
			and app_attends(m.partnership_id, m.kind, m.group_id, m.day);
	end;
create function app_run_meetings() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from partnership_meeting m
		where m.partnership_id = any (array(select app_partnerships())) and app_runs_meeting(m.partnership_id, m.group_id);
	end;

-- When heads and steering group meet is known to all; other meetings to those who come. By its own columns, for a statement that makes
-- a row does not find it in app_meetings() yet.
drop policy tenant on partnership_meeting;
create policy known on partnership_meeting for select to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (kind in ('heads', 'steering') or app_attends(partnership_id, kind, group_id, day)));
create policy call on partnership_meeting for insert to fresh_eyes_app
	with check (called_by = app_person() and app_runs_meeting(partnership_id, group_id));
create policy change on partnership_meeting for update to fresh_eyes_app
	using (app_runs_meeting(partnership_id, group_id))
	with check (app_runs_meeting(partnership_id, group_id) and (withdrawn_by is null or withdrawn_by = app_person()));

-- What is on the agenda besides what stands there by itself.
create table agenda_item (
	partnership_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	title text not null,
	led_by text not null,
	lasts_minutes integer check (lasts_minutes between 1 and 600),
	position integer not null,
	version integer not null default 1,
	added_by uuid not null references person,
	added_at timestamptz not null,
	removed_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, meeting_id) references partnership_meeting
);
create index on agenda_item (partnership_id, meeting_id, position);
alter table agenda_item enable row level security;
grant select, insert, update (title, led_by, lasts_minutes, position, version, removed_at) on agenda_item to fresh_eyes_app;
create policy attend on agenda_item for select to fresh_eyes_app using (meeting_id = any (array(select app_meetings())));
create policy add on agenda_item for insert to fresh_eyes_app
	with check (added_by = app_person() and meeting_id = any (array(select app_run_meetings())));
create policy change on agenda_item for update to fresh_eyes_app
	using (meeting_id = any (array(select app_run_meetings()))) with check (meeting_id = any (array(select app_run_meetings())));

-- Each is the whole of the minutes as somebody saved them; the one with the highest number holds, and none is changed.
create table minutes (
	partnership_id uuid not null,
	meeting_id uuid not null,
	version integer not null,
	present uuid[] not null,
	apologies uuid[] not null,
	others text not null,
	-- By the key of what is on the agenda.
	notes jsonb not null,
	decisions text[] not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	primary key (partnership_id, meeting_id, version),
	foreign key (partnership_id, meeting_id) references partnership_meeting
);
alter table minutes enable row level security;
grant select, insert on minutes to fresh_eyes_app;
create policy attend on minutes for select to fresh_eyes_app using (meeting_id = any (array(select app_meetings())));
create policy write on minutes for insert to fresh_eyes_app
	with check (written_by = app_person() and meeting_id = any (array(select app_run_meetings())));

create table minutes_confirmation (
	partnership_id uuid not null,
	meeting_id uuid not null,
	version integer not null,
	confirmed_by uuid not null references person,
	confirmed_at timestamptz not null,
	primary key (partnership_id, meeting_id, version),
	foreign key (partnership_id, meeting_id, version) references minutes
);
alter table minutes_confirmation enable row level security;
grant select, insert on minutes_confirmation to fresh_eyes_app;
create policy attend on minutes_confirmation for select to fresh_eyes_app
	using (meeting_id = any (array(select app_meetings())));
create policy confirm on minutes_confirmation for insert to fresh_eyes_app
	with check (confirmed_by = app_person() and meeting_id = any (array(select app_run_meetings())));

-- What somebody promised at a meeting: theirs to do by a day.
create table promise (
	partnership_id uuid not null,
	id uuid not null,
	meeting_id uuid not null,
	person_id uuid not null references person,
	words text not null,
	due date not null,
	noted_by uuid not null references person,
	noted_at timestamptz not null,
	done_by uuid references person,
	done_at timestamptz,
	-- Not waited for any more.
	dropped_by uuid references person,
	dropped_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, meeting_id) references partnership_meeting,
	check ((done_by is null) = (done_at is null) and (dropped_by is null) = (dropped_at is null))
);
create index on promise (partnership_id, meeting_id);
create index on promise (person_id, due);
alter table promise enable row level security;
grant select, insert, update (done_by, done_at, dropped_by, dropped_at) on promise to fresh_eyes_app;
create policy attend on promise for select to fresh_eyes_app
	using (meeting_id = any (array(select app_meetings()))
		or (person_id = app_person() and partnership_id = any (array(select app_partnerships()))));
create policy note on promise for insert to fresh_eyes_app
	with check (noted_by = app_person() and meeting_id = any (array(select app_run_meetings()))
		and stands_in(partnership_id, person_id));
create policy tell on promise for update to fresh_eyes_app
	using (meeting_id = any (array(select app_run_meetings()))
		or (person_id = app_person() and partnership_id = any (array(select app_partnerships()))))
	with check ((done_by is null or done_by = app_person() or done_by = person_id)
		and (dropped_by is null or dropped_by = app_person()));

-- What a reminder told of a promise, as `reminder` keeps it of a review's steps.
create table promise_reminder (
	partnership_id uuid not null,
	person_id uuid not null references person,
	promise_id uuid not null,
	due date not null,
	kind text not null check (kind in ('due soon', 'overdue', 'still overdue')),
	told_on date not null,
	primary key (partnership_id, person_id, promise_id, due, kind, told_on),
	foreign key (partnership_id, promise_id) references promise
);
create index on promise_reminder (person_id);
alter table promise_reminder enable row level security;
grant select, insert on promise_reminder to fresh_eyes_app;
create policy own on promise_reminder to fresh_eyes_app
	using (person_id = app_person() and partnership_id = any (array(select app_partnerships())))
	with check (person_id = app_person() and partnership_id = any (array(select app_partnerships())));

-- At what meeting the actor promised something, also where they no longer come to it.
create function meeting_of_promise(p_partnership uuid, p_promise uuid) returns table (kind text, name text, day date)
	language sql stable security definer set search_path = public
	begin atomic
		select m.kind, g.name, m.day from promise p
		join partnership_meeting m on m.partnership_id = p.partnership_id and m.id = p.meeting_id
		left join member_group g on g.partnership_id = m.partnership_id and g.id = m.group_id
		where p.partnership_id = p_partnership and p.id = p_promise and p.person_id = app_person()
			and p.partnership_id = any (array(select app_partnerships()));
	end;
revoke all on function meeting_of_promise from public;
grant execute on function meeting_of_promise to fresh_eyes_app;
