-- What came of an event: who was there, what was done and found, in figures by year group where it was a moderation, and what each
-- school takes from it. No pupil is named.

-- Each is the whole as somebody saved it; the one with the highest number holds, and none is changed.
create table event_write_up (
	partnership_id uuid not null,
	event_id uuid not null,
	version integer not null,
	-- How many came, by member.
	came jsonb not null,
	done text not null,
	found text not null,
	materials text not null,
	-- By year group: pieces looked at, and judgements that changed.
	moderated jsonb not null,
	written_by uuid not null references person,
	written_at timestamptz not null,
	primary key (partnership_id, event_id, version),
	foreign key (partnership_id, event_id) references joint_event
);
alter table event_write_up enable row level security;
grant select, insert on event_write_up to fresh_eyes_app;
create policy invited on event_write_up for select to fresh_eyes_app using (event_id = any (array(select app_events())));
create policy write on event_write_up for insert to fresh_eyes_app
	with check (written_by = app_person() and event_id = any (array(select app_run_events()))
		and exists (select from joint_event e where e.id = event_id and e.called_off_at is null and e.from_day <= app_today()));

create table event_takeaway (
	partnership_id uuid not null,
	event_id uuid not null,
	member_id uuid not null,
	words text not null,
	version integer not null default 1,
	written_by uuid not null references person,
	written_at timestamptz not null,
	primary key (partnership_id, event_id, member_id),
	foreign key (partnership_id, event_id) references joint_event,
	foreign key (partnership_id, member_id) references member
);
alter table event_takeaway enable row level security;
grant select, insert, update (words, version, written_by, written_at) on event_takeaway to fresh_eyes_app;

-- Whether what a school takes from an event is the actor's to write: they head it, or joined for it.
create function app_tells_of_event(p_partnership uuid, p_event uuid, p_member uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from joint_event e where e.partnership_id = p_partnership and e.id = p_event
				and e.called_off_at is null and e.from_day <= app_today() and e.id = any (array(select app_events()))
				and event_is_for(e.partnership_id, e.for_whom, e.group_id, e.invited_ids, e.at_member_id, p_member))
			and (p_member = any (array(select app_headed_members()))
				or (works_at(p_partnership, app_person(), p_member) and exists (select from event_joining j
					where j.event_id = p_event and j.person_id = app_person() and j.member_id = p_member)));
	end;
revoke all on function app_tells_of_event from public;
grant execute on function app_tells_of_event to fresh_eyes_app;

create policy invited on event_takeaway for select to fresh_eyes_app using (event_id = any (array(select app_events())));
create policy tell on event_takeaway for insert to fresh_eyes_app
	with check (written_by = app_person() and app_tells_of_event(partnership_id, event_id, member_id));
create policy put_right on event_takeaway for update to fresh_eyes_app
	using (app_tells_of_event(partnership_id, event_id, member_id))
	with check (written_by = app_person() and app_tells_of_event(partnership_id, event_id, member_id));

-- What an event follows from or serves at one school: a finding of its published report, an action of its head. Read by whoever reads
-- both, which the policies of finding and action decide; to others the event names its theme alone.
create table event_finding (
	partnership_id uuid not null,
	event_id uuid not null,
	finding_id uuid not null,
	review_id uuid not null,
	linked_by uuid not null references person,
	linked_at timestamptz not null,
	primary key (partnership_id, event_id, finding_id),
	foreign key (partnership_id, event_id) references joint_event,
	foreign key (partnership_id, finding_id) references finding,
	foreign key (partnership_id, review_id) references review
);
create index on event_finding (partnership_id, finding_id);
create index on event_finding (partnership_id, review_id);

create table event_action (
	partnership_id uuid not null,
	event_id uuid not null,
	action_id uuid not null,
	review_id uuid not null,
	linked_by uuid not null references person,
	linked_at timestamptz not null,
	primary key (partnership_id, event_id, action_id),
	foreign key (partnership_id, event_id) references joint_event,
	foreign key (partnership_id, action_id) references action,
	foreign key (partnership_id, review_id) references review
);
create index on event_action (partnership_id, action_id);
create index on event_action (partnership_id, review_id);

-- Whether a review is of a school the actor heads, and its report is out.
create function app_answers_for_report(p_partnership uuid, p_review uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from review r where r.partnership_id = p_partnership and r.id = p_review
			and r.host_member_id = any (array(select app_headed_members()))
			and exists (select from publication p where p.partnership_id = r.partnership_id and p.review_id = r.id));
	end;
revoke all on function app_answers_for_report from public;
grant execute on function app_answers_for_report to fresh_eyes_app;

alter table event_finding enable row level security;
grant select, insert, delete on event_finding to fresh_eyes_app;
create policy through_both on event_finding for select to fresh_eyes_app
	using (event_id = any (array(select app_events()))
		and exists (select from finding f where f.partnership_id = event_finding.partnership_id and f.id = finding_id));
create policy link on event_finding for insert to fresh_eyes_app
	with check (linked_by = app_person() and event_id = any (array(select app_events()))
		and app_answers_for_report(partnership_id, review_id)
		and exists (select from finding f where f.partnership_id = event_finding.partnership_id and f.id = finding_id
			and f.review_id = event_finding.review_id));
create policy unlink on event_finding for delete to fresh_eyes_app
	using (event_id = any (array(select app_events())) and app_answers_for_report(partnership_id, review_id));

alter table event_action enable row level security;
grant select, insert, delete on event_action to fresh_eyes_app;
create policy through_both on event_action for select to fresh_eyes_app
	using (event_id = any (array(select app_events()))
		and exists (select from action a where a.partnership_id = event_action.partnership_id and a.id = action_id));
create policy link on event_action for insert to fresh_eyes_app
	with check (linked_by = app_person() and event_id = any (array(select app_events()))
		and app_answers_for_report(partnership_id, review_id)
		and exists (select from action a where a.partnership_id = event_action.partnership_id and a.id = action_id
			and a.review_id = event_action.review_id));
create policy unlink on event_action for delete to fresh_eyes_app
	using (event_id = any (array(select app_events())) and app_answers_for_report(partnership_id, review_id));

-- What a reminder told of an event: that it comes, or that it waits to be written up.
create table event_reminder (
	partnership_id uuid not null,
	person_id uuid not null references person,
	event_id uuid not null,
	of text not null check (of in ('coming', 'write-up')),
	due date not null,
	kind text not null check (kind in ('due soon', 'overdue', 'still overdue')),
	told_on date not null,
	primary key (partnership_id, person_id, event_id, of, due, kind, told_on),
	foreign key (partnership_id, event_id) references joint_event
);
create index on event_reminder (person_id);
alter table event_reminder enable row level security;
grant select, insert on event_reminder to fresh_eyes_app;
create policy own on event_reminder to fresh_eyes_app
	using (person_id = app_person() and partnership_id = any (array(select app_partnerships())))
	with check (person_id = app_person() and partnership_id = any (array(select app_partnerships())));
