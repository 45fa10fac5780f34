-- A partnership, its schools, the members that take part, their people, and the protocol they agreed.
-- Nothing that happened is overwritten: what ends gets a last day.
-- Ids come from forms. Where audience keys or guests' policies name a row by its id alone, the id is unique over all
-- partnerships: else somebody could make a row of that id in a partnership of their own and hold its keys in another.

create table partnership (
	id uuid primary key,
	name text not null,
	group_word text not null default 'group',
	founded_by uuid not null references person,
	founded_at timestamptz not null default now()
);

create table school (
	partnership_id uuid not null references partnership,
	id uuid not null,
	urn integer,
	name text not null,
	place text not null default '',
	country text not null default 'England',
	added_at timestamptz not null default now(),
	primary key (partnership_id, id),
	unique (partnership_id, urn)
);

-- A member is the unit that takes part and is reviewed: one school, or two registered ones run as one (KSA-1).
create table member (
	partnership_id uuid not null references partnership,
	id uuid not null unique,
	name text not null,
	from_day date not null,
	until_day date,
	primary key (partnership_id, id),
	check (until_day >= from_day)
);

create table member_school (
	partnership_id uuid not null,
	member_id uuid not null,
	school_id uuid not null,
	primary key (partnership_id, member_id, school_id),
	foreign key (partnership_id, member_id) references member,
	foreign key (partnership_id, school_id) references school
);
create index on member_school (partnership_id, school_id);

create table member_group (
	partnership_id uuid not null references partnership,
	id uuid not null unique,
	school_year text not null,
	name text not null,
	lead_id uuid references person,
	primary key (partnership_id, id),
	unique (partnership_id, school_year, name)
);

create table group_membership (
	partnership_id uuid not null,
	group_id uuid not null,
	member_id uuid not null,
	primary key (partnership_id, group_id, member_id),
	foreign key (partnership_id, group_id) references member_group,
	foreign key (partnership_id, member_id) references member
);
create index on group_membership (partnership_id, member_id);

create table appointment (
	partnership_id uuid not null,
	id uuid not null,
	person_id uuid not null references person,
	member_id uuid not null,
	role text not null check (role in
		('headteacher', 'executive head', 'head of school', 'deputy', 'champion', 'senior leader', 'governor')),
	from_day date not null,
	until_day date,
	added_by uuid not null references person,
	added_at timestamptz not null default now(),
	primary key (partnership_id, id),
	foreign key (partnership_id, member_id) references member,
	check (until_day >= from_day)
);
create index on appointment (person_id);
create index on appointment (partnership_id, member_id);
create unique index one_current_appointment on appointment (partnership_id, member_id, person_id, role) where until_day is null;

-- Heads' appointments count only once a lead or chair has confirmed them (design: Trust).
create table appointment_confirmation (
	partnership_id uuid not null,
	appointment_id uuid not null,
	confirmed_by uuid not null references person,
	confirmed_at timestamptz not null default now(),
	primary key (partnership_id, appointment_id),
	foreign key (partnership_id, appointment_id) references appointment
);

create table responsibility (
	partnership_id uuid not null references partnership,
	id uuid not null,
	person_id uuid not null references person,
	role text not null check (role in
		('lead', 'chair', 'vice chair', 'steering', 'independent chair', 'administrator', 'outside partner')),
	from_day date not null,
	until_day date,
	added_by uuid not null references person,
	added_at timestamptz not null default now(),
	primary key (partnership_id, id),
	check (until_day >= from_day)
);
create index on responsibility (person_id);
create unique index one_current_responsibility on responsibility (partnership_id, person_id, role) where until_day is null;

create table invitation (
	partnership_id uuid not null references partnership,
	id uuid not null,
	person_id uuid not null references person,
	email text not null,
	invited_by uuid not null references person,
	invited_at timestamptz not null default now(),
	expires_at timestamptz not null,
	accepted_at timestamptz,
	withdrawn_at timestamptz,
	primary key (partnership_id, id)
);
create index on invitation (person_id);

create table protocol_version (
	partnership_id uuid not null references partnership,
	id uuid not null unique,
	number integer not null,
	title text not null,
	document jsonb not null,
	published_by uuid not null references person,
	published_at timestamptz not null default now(),
	primary key (partnership_id, id),
	unique (partnership_id, number)
);

create table protocol_agreement (
	partnership_id uuid not null,
	protocol_version_id uuid not null,
	member_id uuid not null,
	agreed_by uuid not null references person,
	agreed_at timestamptz not null default now(),
	primary key (partnership_id, protocol_version_id, member_id),
	foreign key (partnership_id, protocol_version_id) references protocol_version,
	foreign key (partnership_id, member_id) references member
);

-- Terms as a partnership has entered them; years nobody has entered are provisional and computed.
create table school_year (
	partnership_id uuid not null references partnership,
	name text not null,
	terms jsonb not null,
	entered_by uuid not null references person,
	entered_at timestamptz not null default now(),
	primary key (partnership_id, name)
);

create table audit_entry (
	partnership_id uuid not null references partnership,
	id uuid not null,
	at timestamptz not null default now(),
	person_id uuid references person,
	deed text not null,
	thing text not null,
	thing_id uuid,
	primary key (partnership_id, id)
);

-- The partnerships in which the actor stands today: by a responsibility, or by an appointment at a present member.
create function app_partnerships() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select r.partnership_id from responsibility r
		where r.person_id = app_person() and r.from_day <= app_today() and (r.until_day is null or r.until_day > app_today())
		union
		select a.partnership_id from appointment a
		join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
		where a.person_id = app_person() and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
			and (m.until_day is null or m.until_day > app_today());
	end;

-- The one door by which a partnership begins: its founder becomes its first chair in the same statement. Later it opens
-- nothing: a founder whose time as chair has ended does not come back by the same form.
create function found_partnership(p_id uuid, p_name text, p_group_word text, p_responsibility uuid) returns void
	language sql security definer set search_path = public
	begin atomic
		insert into partnership (id, name, group_word, founded_by)
		values (p_id, p_name, p_group_word, app_person()) on conflict do nothing;
		insert into responsibility (partnership_id, id, person_id, role, from_day, added_by)
		select id, p_responsibility, app_person(), 'chair', app_today(), app_person()
		from partnership p where id = p_id and founded_by = app_person()
			and not exists (select from responsibility r where r.partnership_id = p.id);
	end;
revoke all on function found_partnership from public;
grant execute on function found_partnership to fresh_eyes_app;

-- The sign-in link an invitation carries. Only the person who wrote the invitation can have it made, for
-- its address alone, and it does not outlive the invitation.
create function open_invitation_link(p_verification uuid, p_invitation uuid, p_token_hash text, p_expires_at timestamptz) returns void
	language sql security definer set search_path = public
	begin atomic
		insert into verification (id, identifier, value, expires_at)
		select p_verification, 'magic-link:' || p_token_hash,
			json_build_object('type', 'magic-link', 'email', email)::text, least(p_expires_at, expires_at)
		from invitation where id = p_invitation and invited_by = app_person() and withdrawn_at is null;
	end;
revoke all on function open_invitation_link from public;
grant execute on function open_invitation_link to fresh_eyes_app;

-- Signing in is accepting: whoever answers the invited address has it.
create function accept_invitations(p_person uuid) returns void
	language sql security definer set search_path = public
	begin atomic
		update invitation set accepted_at = now() where person_id = p_person and accepted_at is null and withdrawn_at is null;
	end;
revoke all on function accept_invitations from public;
grant execute on function accept_invitations to fresh_eyes_sign_in;

-- What every tenant table gets: row-level security on the partnership, and the rights named.
create procedure protect_tenant_table(tenant_table regclass, rights text)
	language plpgsql as $$
begin
	execute format('alter table %s enable row level security', tenant_table);
	execute format('grant %s on %s to fresh_eyes_app', rights, tenant_table);
	execute format('create policy tenant on %s to fresh_eyes_app
		using (partnership_id = any (array(select app_partnerships())))
		with check (partnership_id = any (array(select app_partnerships())))', tenant_table);
end $$;
revoke all on procedure protect_tenant_table from public;

alter table partnership enable row level security;
grant select, update (name, group_word) on partnership to fresh_eyes_app;
create policy tenant on partnership to fresh_eyes_app using (id = any (array(select app_partnerships())));

call protect_tenant_table('school', 'select, insert');
call protect_tenant_table('member', 'select, insert, update (name, until_day)');
call protect_tenant_table('member_school', 'select, insert');
call protect_tenant_table('member_group', 'select, insert, update (name, lead_id)');
call protect_tenant_table('group_membership', 'select, insert, delete');
call protect_tenant_table('appointment', 'select, insert, update (until_day)');
call protect_tenant_table('appointment_confirmation', 'select, insert');
call protect_tenant_table('responsibility', 'select, insert, update (until_day)');
call protect_tenant_table('invitation', 'select, insert, update (withdrawn_at)');
call protect_tenant_table('protocol_version', 'select, insert');
call protect_tenant_table('protocol_agreement', 'select, insert');
call protect_tenant_table('school_year', 'select, insert, update');
call protect_tenant_table('audit_entry', 'insert');
