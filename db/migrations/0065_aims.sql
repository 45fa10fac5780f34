-- What a partnership, one of its groups or a school works towards in a school year, and the actions that serve it (CSC-3).

-- The members at which the actor holds an appointment today.
create function app_own_members() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select member_id from appointment
		where person_id = app_person() and from_day <= app_today() and (until_day is null or until_day > app_today());
	end;

create table aim (
	partnership_id uuid not null references partnership,
	id uuid not null,
	-- Whose it is. A group's targets are aims, too.
	of text not null check (of in ('partnership', 'group', 'member')),
	group_id uuid,
	member_id uuid,
	school_year text not null,
	title text not null,
	words text not null,
	set_by uuid not null references person,
	set_at timestamptz not null,
	version integer not null default 1,
	-- What it said before, the latest last: title, words, and until when.
	former jsonb not null default '[]',
	closed_by uuid references person,
	closed_at timestamptz,
	-- How it ended: reached, or why it is let go.
	closed_because text,
	primary key (partnership_id, id),
	foreign key (partnership_id, group_id) references member_group,
	foreign key (partnership_id, member_id) references member,
	check ((of = 'group') = (group_id is not null) and (of = 'member') = (member_id is not null)),
	check ((closed_by is null) = (closed_at is null) and (closed_at is null) = (closed_because is null))
);
create index on aim (partnership_id, school_year);
alter table aim enable row level security;
grant select, insert, update (title, words, set_by, set_at, version, former, closed_by, closed_at, closed_because) on aim to fresh_eyes_app;
-- A school's priorities are its own people's to read; the partnership's and its groups' everybody's.
create policy known on aim to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (of <> 'member' or member_id = any (array(select app_own_members()))))
	with check (partnership_id = any (array(select app_partnerships()))
		and (of <> 'member' or member_id = any (array(select app_own_members()))));

-- Who reads both the action and the aim sees that one serves the other.
create table action_aim (
	partnership_id uuid not null,
	review_id uuid not null,
	action_id uuid not null,
	aim_id uuid not null,
	ticked_by uuid not null references person,
	ticked_at timestamptz not null,
	primary key (partnership_id, action_id, aim_id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, action_id) references action,
	foreign key (partnership_id, aim_id) references aim
);
create index on action_aim (partnership_id, review_id);
create index on action_aim (partnership_id, aim_id);
alter table action_aim enable row level security;
grant select, insert, delete on action_aim to fresh_eyes_app;
create policy through_both on action_aim to fresh_eyes_app
	using (exists (select from action a where a.partnership_id = action_aim.partnership_id and a.id = action_id)
		and exists (select from aim g where g.partnership_id = action_aim.partnership_id and g.id = aim_id))
	with check (exists (select from action a where a.partnership_id = action_aim.partnership_id and a.id = action_id
			and a.review_id = action_aim.review_id)
		and exists (select from aim g where g.partnership_id = action_aim.partnership_id and g.id = aim_id));
