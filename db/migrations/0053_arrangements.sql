-- Who reviews whom and when in a cycle, as it might be: for those who lead, who see in them what schools need. Nothing of one
-- holds until it is confirmed; then it is reviews and teams like any others.
create table arrangement (
	partnership_id uuid not null,
	id uuid not null,
	cycle_id uuid not null,
	name text not null,
	-- What is asked of it: from which day, how near is near, how much counts what.
	wishes jsonb not null,
	-- The reviews that are otherwise than agreed.
	overrides jsonb not null default '[]',
	version integer not null default 1,
	begun_by uuid not null references person,
	begun_at timestamptz not null,
	confirmed_by uuid references person,
	confirmed_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, cycle_id) references review_cycle,
	check ((confirmed_by is null) = (confirmed_at is null))
);
create index on arrangement (partnership_id, cycle_id, begun_at);
alter table arrangement enable row level security;
grant select, insert, update (wishes, overrides, version, confirmed_by, confirmed_at) on arrangement to fresh_eyes_app;
create policy lead on arrangement to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())))
	with check (partnership_id = any (array(select app_led_partnerships())));

-- Each step somebody took, with what it changed, so that it can be undone.
create table arrangement_step (
	partnership_id uuid not null,
	arrangement_id uuid not null,
	number integer not null,
	words text not null,
	-- The overrides there were before.
	before jsonb not null,
	taken_by uuid not null references person,
	taken_at timestamptz not null,
	undone_at timestamptz,
	primary key (partnership_id, arrangement_id, number),
	foreign key (partnership_id, arrangement_id) references arrangement
);
alter table arrangement_step enable row level security;
grant select, insert, update (undone_at) on arrangement_step to fresh_eyes_app;
create policy lead on arrangement_step to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())))
	with check (partnership_id = any (array(select app_led_partnerships())));

-- Teams and days are proposed for an arrangement; where rules collide, they may do so in both.
alter table proposal add column arrangement_id uuid;
alter table proposal add foreign key (partnership_id, arrangement_id) references arrangement;
create index on proposal (partnership_id, arrangement_id) where arrangement_id is not null;
alter table proposal drop constraint proposal_stage_check;
alter table proposal add check (stage in ('groups', 'year')), add check ((stage = 'year') = (arrangement_id is not null));
alter table proposal rename column conflict to conflicts;
update proposal set conflicts = jsonb_build_array(conflicts || '{"stage": "groups"}') where conflicts is not null;
