-- What schools do together beside reviews: moderation by year group, lesson study, joint observation, research, conferences and training
-- (HEP-9, CSC-21). Planned, joined, written up, and linked to what it follows from.

create table joint_event (
	partnership_id uuid not null references partnership,
	-- Alone in all partnerships: what hangs on one is known by its id.
	id uuid not null unique,
	kind text not null check (kind in ('moderation', 'lesson study', 'joint observation', 'research project', 'conference', 'CPD')),
	title text not null,
	words text not null,
	from_day date not null,
	to_day date not null check (to_day >= from_day),
	from_time time,
	to_time time,
	at_member_id uuid,
	place text not null,
	year_groups text[] not null,
	theme_id uuid,
	subject text not null,
	-- A person of the partnership, or an outside speaker in words.
	led_by uuid references person,
	speaker text not null,
	bring text not null,
	-- Null for an open event.
	places integer check (places between 1 and 999),
	for_whom text not null check (for_whom in ('all', 'group', 'schools')),
	group_id uuid,
	invited_ids uuid[] not null check (cardinality(invited_ids) <= 200),
	planned_by uuid not null references person,
	planned_at timestamptz not null,
	version integer not null default 1,
	called_off_by uuid references person,
	called_off_at timestamptz,
	called_off_because text,
	primary key (partnership_id, id),
	foreign key (partnership_id, at_member_id) references member,
	foreign key (partnership_id, theme_id) references theme,
	foreign key (partnership_id, group_id) references member_group,
	check ((for_whom = 'group') = (group_id is not null)),
	check ((for_whom = 'schools') = (cardinality(invited_ids) > 0)),
	check ((led_by is null) = (speaker <> '')),
	check ((called_off_by is null) = (called_off_at is null) and (called_off_at is null) = (called_off_because is null))
);
create index on joint_event (partnership_id, to_day);

-- Whether such an event is the actor's to plan: they organise, lead the group it is for, or head the school where it is held or at
-- which its leader works. src/domain/event/access.ts has the same.
create function app_plans_event(p_partnership uuid, p_group uuid, p_at uuid, p_led uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select p_partnership = any (array(select app_organised_partnerships()))
			or (p_partnership = any (array(select app_partnerships()))
				and (coalesce(p_group = any (array(select app_led_groups())), false)
					or coalesce(p_at = any (array(select app_headed_members())), false)
					or exists (select from appointment a where a.partnership_id = p_partnership and a.person_id = p_led
						and a.member_id = any (array(select app_headed_members()))
						and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today()))));
	end;

-- Whoever may plan it, planned it or leads it changes it, calls it off and writes it up.
create function app_runs_event(p_partnership uuid, p_group uuid, p_at uuid, p_led uuid, p_planned uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select app_plans_event(p_partnership, p_group, p_at, p_led)
			or (p_partnership = any (array(select app_partnerships()))
				and (p_planned = app_person() or coalesce(p_led = app_person(), false)));
	end;

-- Whether an event is for a member: all are invited, its group or itself; whoever is the host is.
create function event_is_for(p_partnership uuid, p_for text, p_group uuid, p_invited uuid[], p_at uuid, p_member uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select p_for = 'all' or coalesce(p_at = p_member, false) or p_member = any (p_invited)
			or exists (select from group_membership g
				where g.partnership_id = p_partnership and g.group_id = p_group and g.member_id = p_member);
	end;

create function app_reads_event(p_partnership uuid, p_for text, p_group uuid, p_invited uuid[], p_at uuid, p_led uuid, p_planned uuid)
	returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select p_partnership = any (array(select app_partnerships()))
			and (p_for = 'all' or app_runs_event(p_partnership, p_group, p_at, p_led, p_planned)
				or exists (select from app_own_members() own (member_id)
					where event_is_for(p_partnership, p_for, p_group, p_invited, p_at, own.member_id)));
	end;

create function app_events() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from joint_event e where e.partnership_id = any (array(select app_partnerships()))
			and app_reads_event(e.partnership_id, e.for_whom, e.group_id, e.invited_ids, e.at_member_id, e.led_by, e.planned_by);
	end;
create function app_run_events() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from joint_event e where e.partnership_id = any (array(select app_partnerships()))
			and app_runs_event(e.partnership_id, e.group_id, e.at_member_id, e.led_by, e.planned_by);
	end;

-- Whether people of a member can still join: invited, not called off, not over, and the member has not left.
create function event_open_to(p_event uuid, p_member uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from joint_event e
			join member m on m.partnership_id = e.partnership_id and m.id = p_member
			where e.id = p_event and e.partnership_id = any (array(select app_partnerships()))
				and e.called_off_at is null and e.to_day >= app_today()
				and (m.until_day is null or m.until_day > app_today())
				and event_is_for(e.partnership_id, e.for_whom, e.group_id, e.invited_ids, e.at_member_id, m.id));
	end;

-- Whether somebody works at a member that takes part today.
create function works_at(p_partnership uuid, p_person uuid, p_member uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from appointment a
			join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
			where a.partnership_id = p_partnership and a.partnership_id = any (array(select app_partnerships()))
				and a.person_id = p_person and a.member_id = p_member
				and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
				and (m.until_day is null or m.until_day > app_today()));
	end;

alter table joint_event enable row level security;
grant select, insert, update (kind, title, words, from_day, to_day, from_time, to_time, at_member_id, place, year_groups, theme_id, subject,
	led_by, speaker, bring, places, for_whom, group_id, invited_ids, version, called_off_by, called_off_at, called_off_because)
	on joint_event to fresh_eyes_app;
-- By its own columns, for a statement that makes a row does not find it in app_events() yet.
create policy invited on joint_event for select to fresh_eyes_app
	using (app_reads_event(partnership_id, for_whom, group_id, invited_ids, at_member_id, led_by, planned_by));
create policy plan on joint_event for insert to fresh_eyes_app
	with check (planned_by = app_person() and app_plans_event(partnership_id, group_id, at_member_id, led_by)
		and called_off_by is null and (led_by is null or stands_in(partnership_id, led_by)));
-- What is called off stays so.
create policy change on joint_event for update to fresh_eyes_app
	using (called_off_at is null and app_runs_event(partnership_id, group_id, at_member_id, led_by, planned_by))
	with check (app_runs_event(partnership_id, group_id, at_member_id, led_by, planned_by)
		and (called_off_by is null or called_off_by = app_person()));

-- A leader who has left may stay; a new one is somebody who stands in the partnership.
create function choose_event_leader() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	if not stands_in(new.partnership_id, new.led_by) then
		raise exception 'Who leads an event stands in its partnership' using errcode = 'insufficient_privilege';
	end if;
	return new;
end $$;
create trigger choose_leader before update of led_by on joint_event for each row
	when (new.led_by is not null and new.led_by is distinct from old.led_by) execute function choose_event_leader();

-- Who comes to an event, for which member.
create table event_joining (
	partnership_id uuid not null,
	event_id uuid not null,
	person_id uuid not null references person,
	member_id uuid not null,
	joined_by uuid not null references person,
	joined_at timestamptz not null,
	primary key (partnership_id, event_id, person_id),
	foreign key (partnership_id, event_id) references joint_event,
	foreign key (partnership_id, member_id) references member
);
create index on event_joining (person_id);
alter table event_joining enable row level security;
grant select, insert, delete on event_joining to fresh_eyes_app;
create policy invited on event_joining for select to fresh_eyes_app using (event_id = any (array(select app_events())));
create policy join_in on event_joining for insert to fresh_eyes_app
	with check (joined_by = app_person() and event_id = any (array(select app_events()))
		and (person_id = app_person() or member_id = any (array(select app_headed_members())))
		and works_at(partnership_id, person_id, member_id) and event_open_to(event_id, member_id));
create policy stay_away on event_joining for delete to fresh_eyes_app
	using (event_id = any (array(select app_events()))
		and (person_id = app_person() or member_id = any (array(select app_headed_members()))
			or event_id = any (array(select app_run_events()))
			-- A row for a school at which they work no longer gives way to one for the school that brings them now.
			or (not works_at(partnership_id, person_id, member_id)
				and exists (select from app_headed_members() own (member_id)
					where works_at(event_joining.partnership_id, event_joining.person_id, own.member_id)))));

-- How many a school brings who do not sign in here.
create table event_others (
	partnership_id uuid not null,
	event_id uuid not null,
	member_id uuid not null,
	number integer not null check (number between 0 and 200),
	said_by uuid not null references person,
	said_at timestamptz not null,
	version integer not null default 1,
	primary key (partnership_id, event_id, member_id),
	foreign key (partnership_id, event_id) references joint_event,
	foreign key (partnership_id, member_id) references member
);
alter table event_others enable row level security;
grant select, insert, update (number, said_by, said_at, version) on event_others to fresh_eyes_app;
create policy invited on event_others for select to fresh_eyes_app using (event_id = any (array(select app_events())));
create policy bring on event_others for insert to fresh_eyes_app
	with check (said_by = app_person() and member_id = any (array(select app_headed_members()))
		and event_id = any (array(select app_events())) and event_open_to(event_id, member_id));
create policy bring_others on event_others for update to fresh_eyes_app
	using (event_id = any (array(select app_events())) and member_id = any (array(select app_headed_members())))
	with check (said_by = app_person() and event_open_to(event_id, member_id));
-- Whoever runs it makes room: they lower what a school said, and only that.
create policy lower_others on event_others for update to fresh_eyes_app
	using (event_id = any (array(select app_run_events()))) with check (event_id = any (array(select app_run_events())));
create function lower_event_others() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	if not (new.number < old.number and new.said_by = old.said_by and new.said_at = old.said_at)
		and not (new.said_by = app_person() and new.member_id = any (array(select app_headed_members()))
			and event_open_to(new.event_id, new.member_id)) then
		raise exception 'A school says itself that more come' using errcode = 'insufficient_privilege';
	end if;
	return new;
end $$;
create trigger lower_others before update on event_others for each row execute function lower_event_others();

-- The places that are taken: by people who still work at a member, and by others of members that have not left.
create function event_taken(p_event uuid) returns integer
	language sql stable security definer set search_path = public
	begin atomic
		select (select count(*)::int from event_joining j
				join member m on m.partnership_id = j.partnership_id and m.id = j.member_id
				where j.event_id = p_event and (m.until_day is null or m.until_day > app_today())
					and exists (select from appointment a where a.partnership_id = j.partnership_id
						and a.person_id = j.person_id and a.member_id = j.member_id
						and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())))
			+ (select coalesce(sum(o.number), 0)::int from event_others o
				join member m on m.partnership_id = o.partnership_id and m.id = o.member_id
				where o.event_id = p_event and (m.until_day is null or m.until_day > app_today()));
	end;

-- The same, to whoever knows of the event.
create function places_taken(p_event uuid) returns integer
	language sql stable security definer set search_path = public
	begin atomic
		select event_taken(e.id) from joint_event e where e.id = p_event
			and app_reads_event(e.partnership_id, e.for_whom, e.group_id, e.invited_ids, e.at_member_id, e.led_by, e.planned_by);
	end;

-- No more come than there are places, whoever writes and however many at once: each takes the event's turn and counts again. After the
-- row is written, so that policies are asked first. Who returns to a school finds the place they had, though it was taken meanwhile: until
-- there is room again fewer may always come, and nobody more.
create function hold_event_places() returns trigger
	language plpgsql security definer set search_path = public as $$
declare
	room integer;
begin
	-- Nested, for a joining has no number.
	if tg_op = 'UPDATE' then
		if new.number <= old.number then
			return null;
		end if;
	end if;
	select places into room from joint_event where id = new.event_id for no key update;
	if event_taken(new.event_id) > room then
		raise exception 'No place is left at this event' using errcode = 'check_violation';
	end if;
	return null;
end $$;
create trigger hold_places after insert on event_joining for each row execute function hold_event_places();
create trigger hold_places after insert or update of number on event_others for each row execute function hold_event_places();

create function keep_event_places() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	if new.places < old.places or (old.places is null and new.places is not null) then
		if event_taken(new.id) > new.places then
			raise exception 'More people come than there would be places' using errcode = 'check_violation';
		end if;
	end if;
	return null;
end $$;
create trigger keep_places after update of places on joint_event for each row execute function keep_event_places();

revoke all on function app_plans_event, app_runs_event, event_is_for, app_reads_event, app_events, app_run_events, event_open_to, works_at,
	event_taken, places_taken, hold_event_places, keep_event_places, choose_event_leader, lower_event_others from public;
grant execute on function app_plans_event, app_runs_event, app_reads_event, app_events, app_run_events, event_open_to, works_at, places_taken
	to fresh_eyes_app;
