-- What was proposed to those who lead a partnership, from what, and how far the reckoning is. It is made from what schools need, and
-- so for nobody else; what is adopted of it becomes groups, teams and dates like any others.
create table proposal (
	partnership_id uuid not null references partnership,
	id uuid not null,
	stage text not null check (stage in ('groups')),
	school_year text not null,
	-- All that it is reckoned from.
	input jsonb not null,
	asked_by uuid not null references person,
	asked_at timestamptz not null,
	-- The latest word of whoever reckons, and when it came.
	progress jsonb,
	told_at timestamptz,
	stop_asked_at timestamptz,
	ended_at timestamptz,
	ending text check (ending in ('answered', 'stopped', 'failed')),
	answer jsonb,
	-- Which rules collide, where the answer leaves a school without a group.
	conflict jsonb,
	adopted_by uuid references person,
	adopted_at timestamptz,
	primary key (partnership_id, id),
	check ((ended_at is null) = (ending is null)),
	check ((answer is not null) = (ending is not distinct from 'answered')),
	check ((adopted_by is null) = (adopted_at is null))
);
create index on proposal (partnership_id, asked_at);
alter table proposal enable row level security;
grant select, insert, update (progress, told_at, stop_asked_at, ended_at, ending, answer, conflict, adopted_by, adopted_at) on proposal to fresh_eyes_app;
create policy lead on proposal to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())))
	with check (partnership_id = any (array(select app_led_partnerships())));
