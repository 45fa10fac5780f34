-- Letters and calendars that go out: reminders, invitations as iCalendar, and a private feed per person.

-- A letter may carry one iCalendar object, and what a calendar is to do with it.
alter table letter add column calendar text,
	add column calendar_method text check (calendar_method in ('REQUEST', 'CANCEL'));
grant insert (calendar, calendar_method) on letter to fresh_eyes_app;

-- Which job acts, as the transaction said when it opened; null for everybody else.
create function app_job() returns text
	language sql stable parallel safe
	return nullif(current_setting('app.job', true), '');

-- How often a person wants to be reminded, and the last day on which it was considered: whoever sets that day first does it.
create table letter_choice (
	person_id uuid primary key references person on delete cascade,
	reminders text not null default 'daily' check (reminders in ('daily', 'weekly', 'none')),
	considered_on date
);
alter table letter_choice enable row level security;
grant select, insert, update (reminders, considered_on) on letter_choice to fresh_eyes_app;
create policy own on letter_choice to fresh_eyes_app using (person_id = app_person()) with check (person_id = app_person());

-- What a person was told of, and when. Nothing is told twice but that it is overdue still.
create table reminder (
	partnership_id uuid not null,
	person_id uuid not null references person,
	review_id uuid not null,
	stage text not null,
	due date not null,
	kind text not null check (kind in ('due soon', 'overdue', 'still overdue')),
	told_on date not null,
	primary key (partnership_id, person_id, review_id, stage, due, kind, told_on),
	foreign key (partnership_id, review_id) references review
);
create index on reminder (person_id);
create unique index told_once on reminder (person_id, review_id, stage, due, kind) where kind <> 'still overdue';
alter table reminder enable row level security;
grant select, insert on reminder to fresh_eyes_app;
create policy own on reminder to fresh_eyes_app using (person_id = app_person()) with check (person_id = app_person());

-- Whom the reminders job has still to consider today: people, and no more of them than their ids.
create function people_to_remind() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		with standing as (
			select person_id from responsibility where from_day <= app_today() and (until_day is null or until_day > app_today())
			union
			select person_id from appointment where from_day <= app_today() and (until_day is null or until_day > app_today())
			union
			select person_id from team_member where left_on is null or left_on > app_today()
		)
		select s.person_id from standing s
		left join letter_choice c on c.person_id = s.person_id
		where app_job() = 'reminders' and (c.considered_on is null or c.considered_on < app_today());
	end;
revoke all on function people_to_remind from public;
grant execute on function people_to_remind to fresh_eyes_app;

-- What a person's own calendar was last told of one occasion of a review. It outlives their access, to be able to cancel.
create table calendar_entry (
	partnership_id uuid not null,
	uid text not null,
	review_id uuid not null,
	person_id uuid not null references person,
	sequence integer not null,
	cancelled boolean not null,
	told jsonb not null,
	told_at timestamptz not null,
	primary key (partnership_id, uid),
	foreign key (partnership_id, review_id) references review
);
create index on calendar_entry (partnership_id, review_id, person_id);
alter table calendar_entry enable row level security;
grant select, insert, update (sequence, cancelled, told, told_at) on calendar_entry to fresh_eyes_app;
create policy own on calendar_entry to fresh_eyes_app using (person_id = app_person()) with check (person_id = app_person());

-- Reviews of which something changed that calendars show. The invitations job waits until it has settled, and takes it off.
create table calendar_change (
	partnership_id uuid not null,
	review_id uuid not null,
	changed_at timestamptz not null,
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);
alter table calendar_change enable row level security;
grant select, delete on calendar_change to fresh_eyes_app;
create policy job on calendar_change to fresh_eyes_app using (app_job() = 'invitations');

-- Its argument is the column that names the review.
create function note_calendar_change() returns trigger
	language plpgsql security definer set search_path = public as $$
declare
	changed jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
	insert into calendar_change (partnership_id, review_id, changed_at)
	values ((changed ->> 'partnership_id')::uuid, (changed ->> tg_argv[0])::uuid, now())
	on conflict (partnership_id, review_id) do update set changed_at = excluded.changed_at;
	return null;
end $$;
revoke all on function note_calendar_change from public;

create trigger calendar after insert or update of first_day, last_day on review
	for each row execute function note_calendar_change('id');
create trigger calendar after insert or update on team_member
	for each row execute function note_calendar_change('review_id');
create trigger calendar after insert or update on standstill
	for each row execute function note_calendar_change('review_id');
create trigger calendar after insert or update or delete on activity
	for each row execute function note_calendar_change('review_id');
create trigger calendar after insert or update or delete on plan_agreement
	for each row execute function note_calendar_change('review_id');
create trigger calendar after insert or update on pre_review_meeting
	for each row execute function note_calendar_change('review_id');
create trigger calendar after insert or update on workshop
	for each row execute function note_calendar_change('review_id');
create trigger calendar after insert on closure
	for each row execute function note_calendar_change('review_id');

-- A role that begins or ends: the reviews ahead whose team its person is on, or whose host they are at.
create function note_role_change() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	insert into calendar_change (partnership_id, review_id, changed_at)
	select r.partnership_id, r.id, now() from review r
	where r.partnership_id = new.partnership_id and r.last_day >= app_today()
		and (r.host_member_id in (select a.member_id from appointment a
				where a.partnership_id = new.partnership_id
					and (a.person_id::text = to_jsonb(new) ->> 'person_id' or a.id::text = to_jsonb(new) ->> 'appointment_id'))
			or exists (select from team_member t where t.partnership_id = r.partnership_id and t.review_id = r.id
				and t.person_id::text = to_jsonb(new) ->> 'person_id'))
	on conflict (partnership_id, review_id) do update set changed_at = excluded.changed_at;
	return null;
end $$;
revoke all on function note_role_change from public;

create trigger calendar after insert or update on appointment for each row execute function note_role_change();
create trigger calendar after insert on appointment_confirmation for each row execute function note_role_change();
create trigger calendar after insert or update on responsibility for each row execute function note_role_change();

-- What changes because a day has come (a role begins or ends) is found by looking through what is ahead once a day.
create function look_through_calendars() returns void
	language sql security definer set search_path = public
	begin atomic
		insert into calendar_change (partnership_id, review_id, changed_at)
		select partnership_id, id, now() from review where last_day >= app_today() and app_job() = 'invitations'
		on conflict do nothing;
	end;
revoke all on function look_through_calendars from public;
grant execute on function look_through_calendars to fresh_eyes_app;

-- Whose calendars may show a review: its team past and present, the host's heads, and whoever was told of it.
create function people_to_invite(p_review uuid) returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select p from (
			select person_id as p from team_member where review_id = p_review
			union
			select a.person_id from review r
			join appointment a on a.partnership_id = r.partnership_id and a.member_id = r.host_member_id
			where r.id = p_review and a.role in ('headteacher', 'executive head', 'head of school')
			union
			select person_id from calendar_entry where review_id = p_review
		) people where app_job() = 'invitations';
	end;
revoke all on function people_to_invite from public;
grant execute on function people_to_invite to fresh_eyes_app;

-- A person's private feed: whoever holds its address reads what they may see, so the address is a secret and only its digest
-- is kept.
create table calendar_feed (
	person_id uuid primary key references person on delete cascade,
	token_hash text not null unique,
	made_at timestamptz not null
);
alter table calendar_feed enable row level security;
grant select, insert, update, delete on calendar_feed to fresh_eyes_app;
create policy own on calendar_feed to fresh_eyes_app using (person_id = app_person()) with check (person_id = app_person());

create function person_of_feed(p_token_hash text) returns uuid
	language sql stable security definer set search_path = public
	begin atomic
		select person_id from calendar_feed where token_hash = p_token_hash;
	end;
revoke all on function person_of_feed from public;
grant execute on function person_of_feed to fresh_eyes_app;
