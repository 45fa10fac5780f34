-- One review: host, team, focus, dates, preparation. Its stage is derived from these facts, never stored.

create table review (
	partnership_id uuid not null references partnership,
	id uuid not null unique, -- over all partnerships: see 0004
	host_member_id uuid not null,
	protocol_version_id uuid not null,
	kind text not null,
	focus text not null,
	focus_kind text not null,
	focus_source text not null,
	first_day date,
	last_day date,
	proposed_by uuid not null references person,
	proposed_at timestamptz not null default now(),
	primary key (partnership_id, id),
	foreign key (partnership_id, host_member_id) references member,
	foreign key (partnership_id, protocol_version_id) references protocol_version,
	check (last_day >= first_day)
);
create index on review (partnership_id, host_member_id);
create index on review (partnership_id, first_day);

create table team_member (
	partnership_id uuid not null,
	review_id uuid not null,
	person_id uuid not null references person,
	role text not null check (role in ('reviewer', 'facilitator', 'expert', 'champion')),
	added_by uuid not null references person,
	added_at timestamptz not null default now(),
	left_on date,
	primary key (partnership_id, review_id, person_id),
	foreign key (partnership_id, review_id) references review
);
create index on team_member (person_id);

create table acceptance (
	partnership_id uuid not null,
	review_id uuid not null,
	person_id uuid not null references person,
	accepted_at timestamptz not null default now(),
	primary key (partnership_id, review_id, person_id),
	foreign key (partnership_id, review_id) references review
);

create table confidentiality_agreement (
	partnership_id uuid not null,
	review_id uuid not null,
	person_id uuid not null references person,
	agreed_at timestamptz not null default now(),
	primary key (partnership_id, review_id, person_id),
	foreign key (partnership_id, review_id) references review
);

-- A review put off or called off before publication, with the reason; lifted when it goes ahead after all.
create table standstill (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	kind text not null check (kind in ('deferred', 'cancelled')),
	reason text not null,
	decided_by uuid not null references person,
	decided_at timestamptz not null default now(),
	lifted_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review
);
create index on standstill (partnership_id, review_id);

create table pre_review_meeting (
	partnership_id uuid not null,
	review_id uuid not null,
	held_on date not null,
	answers jsonb not null,
	version integer not null default 1,
	recorded_by uuid not null references person,
	recorded_at timestamptz not null default now(),
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);

create table decision (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	words text not null,
	recorded_by uuid not null references person,
	recorded_at timestamptz not null default now(),
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review
);
create index on decision (partnership_id, review_id);

create table line_of_enquiry (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	letter text not null,
	question text not null,
	origin text not null check (origin in ('planned', 'emerged')),
	proposed_by uuid not null references person,
	proposed_at timestamptz not null default now(),
	dropped_at timestamptz,
	primary key (partnership_id, id),
	unique (partnership_id, review_id, letter),
	foreign key (partnership_id, review_id) references review
);

create table activity (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	kind text not null,
	title text not null,
	place text not null default '',
	day date not null,
	starts time not null,
	ends time not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	check (ends > starts)
);
create index on activity (partnership_id, review_id, day, starts);

create table activity_person (
	partnership_id uuid not null,
	activity_id uuid not null,
	person_id uuid not null references person,
	primary key (partnership_id, activity_id, person_id),
	foreign key (partnership_id, activity_id) references activity on delete cascade
);

create table activity_line (
	partnership_id uuid not null,
	activity_id uuid not null,
	line_id uuid not null,
	primary key (partnership_id, activity_id, line_id),
	foreign key (partnership_id, activity_id) references activity on delete cascade,
	foreign key (partnership_id, line_id) references line_of_enquiry
);

-- Lines and timetable agreed by host and team together; a later change of either removes it, so it is read again.
create table plan_agreement (
	partnership_id uuid not null,
	review_id uuid not null,
	agreed_by uuid not null references person,
	agreed_at timestamptz not null default now(),
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);

create table closure (
	partnership_id uuid not null,
	review_id uuid not null,
	closed_by uuid not null references person,
	closed_at timestamptz not null default now(),
	primary key (partnership_id, review_id),
	foreign key (partnership_id, review_id) references review
);

-- The actor's places on teams today. Whoever stood in the partnership and has left it has left its teams, too; a guest never
-- stood in it.
create function app_teams() returns table (partnership_id uuid, review_id uuid, role text)
	language sql stable security definer set search_path = public
	begin atomic
		with stood as (
			select partnership_id, from_day, until_day from responsibility where person_id = app_person()
			union all
			select partnership_id, from_day, until_day from appointment where person_id = app_person()
		)
		select t.partnership_id, t.review_id, t.role from team_member t
		where t.person_id = app_person() and (t.left_on is null or t.left_on > app_today())
			and (not exists (select from stood s where s.partnership_id = t.partnership_id)
				or exists (select from stood s where s.partnership_id = t.partnership_id
					and s.from_day <= app_today() and (s.until_day is null or s.until_day > app_today())));
	end;

-- The reviews a person reaches without standing in the partnership: as a guest on the team, or as the present head of the
-- host, also after it has left the partnership.
create function app_reviews() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select review_id from app_teams()
		union
		select r.id from review r
		join appointment a on a.partnership_id = r.partnership_id and a.member_id = r.host_member_id
		where a.person_id = app_person() and a.role in ('headteacher', 'executive head', 'head of school')
			and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
			and exists (select from appointment_confirmation c where c.partnership_id = a.partnership_id and c.appointment_id = a.id);
	end;

create procedure protect_review_table(tenant_table regclass, rights text, review_column text default 'review_id')
	language plpgsql as $$
begin
	execute format('alter table %s enable row level security', tenant_table);
	execute format('grant %s on %s to fresh_eyes_app', rights, tenant_table);
	execute format('create policy tenant on %1$s to fresh_eyes_app
		using (partnership_id = any (array(select app_partnerships())) or %2$I = any (array(select app_reviews())))
		with check (partnership_id = any (array(select app_partnerships())) or %2$I = any (array(select app_reviews())))',
		tenant_table, review_column);
end $$;
revoke all on procedure protect_review_table from public;

call protect_review_table('review', 'select, insert, update (kind, focus, focus_kind, focus_source, first_day, last_day)', 'id');
call protect_review_table('team_member', 'select, insert, update (role, left_on)');
call protect_review_table('acceptance', 'select, insert');
call protect_review_table('confidentiality_agreement', 'select, insert');
call protect_review_table('standstill', 'select, insert, update (lifted_at)');
call protect_review_table('pre_review_meeting', 'select, insert, update');
call protect_review_table('decision', 'select, insert');
call protect_review_table('line_of_enquiry', 'select, insert, update (question, dropped_at)');
call protect_review_table('activity', 'select, insert, update, delete');
call protect_review_table('plan_agreement', 'select, insert, delete');
call protect_review_table('closure', 'select, insert');

-- Parts of an activity are reached through it.
alter table activity_person enable row level security;
alter table activity_line enable row level security;
grant select, insert, delete on activity_person, activity_line to fresh_eyes_app;
create policy through_activity on activity_person to fresh_eyes_app using
	(exists (select from activity a where a.partnership_id = activity_person.partnership_id and a.id = activity_id));
create policy through_activity on activity_line to fresh_eyes_app using
	(exists (select from activity a where a.partnership_id = activity_line.partnership_id and a.id = activity_id));

-- A guest on a review sees the frame it stands in: the partnership's name, the host, the protocol it began with.
create policy guest on partnership for select to fresh_eyes_app
	using (id = any (array(select r.partnership_id from review r where r.id = any (array(select app_reviews())))));
create policy guest on member for select to fresh_eyes_app
	using (id = any (array(select r.host_member_id from review r where r.id = any (array(select app_reviews())))));
create policy guest on protocol_version for select to fresh_eyes_app
	using (id = any (array(select r.protocol_version_id from review r where r.id = any (array(select app_reviews())))));

-- Whose names the actor may see: people of the partnerships and reviews they stand in, past ones included, and their own.
create or replace function app_known_people() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select app_person()
		union select person_id from appointment where partnership_id = any (array(select app_partnerships()))
		union select person_id from responsibility where partnership_id = any (array(select app_partnerships()))
		union select person_id from team_member
			where partnership_id = any (array(select app_partnerships())) or review_id = any (array(select app_reviews()))
		union select a.person_id from appointment a
			join review r on r.partnership_id = a.partnership_id and r.host_member_id = a.member_id
			where r.id = any (array(select app_reviews()));
	end;

-- The audience keys a reader holds today. A row shows when its keys and the reader's overlap. The formats are those of
-- src/domain/review/audience.ts, and a test holds the two together.
create function app_keys() returns setof text
	language sql stable security definer set search_path = public
	begin atomic
		with standing as (
			select a.partnership_id, a.member_id, a.role,
				a.role in ('headteacher', 'executive head', 'head of school')
					and exists (select from appointment_confirmation c
						where c.partnership_id = a.partnership_id and c.appointment_id = a.id) as heads,
				(m.until_day is null or m.until_day > app_today()) as present
			from appointment a
			join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
			where a.person_id = app_person() and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
		)
		select 'person:' || app_person()
		union select 'partnership:' || p from app_partnerships() p
		union select 'heads:' || partnership_id from standing where heads and present
		union select 'staff:' || member_id from standing where role <> 'governor'
		union select 'governors:' || member_id from standing where role = 'governor'
		union select 'group:' || g.group_id from standing s
			join group_membership g on g.partnership_id = s.partnership_id and g.member_id = s.member_id
			where s.heads and s.present
		union select 'host:' || r.id from standing s
			join review r on r.partnership_id = s.partnership_id and r.host_member_id = s.member_id
			where s.heads
		union select 'team:' || t.review_id from app_teams() t
			where t.role <> 'champion' and exists (select from confidentiality_agreement c
				where c.partnership_id = t.partnership_id and c.review_id = t.review_id and c.person_id = app_person())
		union select 'champion:' || t.review_id from app_teams() t where t.role = 'champion'
		union select 'partner:' || r.partnership_id from responsibility r
			where r.person_id = app_person() and r.role = 'outside partner'
				and r.from_day <= app_today() and (r.until_day is null or r.until_day > app_today());
	end;

-- For what is confidential: the tenant boundary, and the row's keys must meet the reader's. A row may be written under keys
-- its author does not hold (a reviewer's evidence before the host's), so writing asks for the boundary alone.
create procedure protect_confidential_table(tenant_table regclass, rights text)
	language plpgsql as $$
begin
	execute format('alter table %s enable row level security', tenant_table);
	execute format('grant %s on %s to fresh_eyes_app', rights, tenant_table);
	execute format('create index on %s using gin (keys)', tenant_table);
	execute format('create policy audience on %s to fresh_eyes_app
		using ((partnership_id = any (array(select app_partnerships())) or review_id = any (array(select app_reviews())))
			and keys && array(select app_keys()))
		with check (partnership_id = any (array(select app_partnerships())) or review_id = any (array(select app_reviews())))',
		tenant_table);
end $$;
revoke all on procedure protect_confidential_table from public;
