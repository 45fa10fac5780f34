-- The school calendar as people enter it: for the partnership, for one member where it differs, and the days on which heads
-- or the steering group meet. What is taken back keeps its row, so that nobody overwrites by an old form what came after.

alter table school_year add column version integer not null default 1;
alter table school_year add column removed_at timestamptz;

-- Stands in the place of the partnership's year of that name, whole, for the one member.
create table member_school_year (
	partnership_id uuid not null,
	member_id uuid not null,
	name text not null,
	terms jsonb not null,
	version integer not null default 1,
	entered_by uuid not null references person,
	entered_at timestamptz not null default now(),
	removed_at timestamptz,
	primary key (partnership_id, member_id, name),
	foreign key (partnership_id, member_id) references member
);

create table partnership_meeting (
	partnership_id uuid not null references partnership,
	id uuid not null,
	kind text not null check (kind in ('heads', 'steering')),
	day date not null,
	from_time time,
	to_time time,
	place text not null default '',
	version integer not null default 1,
	called_by uuid not null references person,
	called_at timestamptz not null default now(),
	withdrawn_by uuid references person,
	withdrawn_at timestamptz,
	primary key (partnership_id, id),
	check (to_time > from_time)
);
create index on partnership_meeting (partnership_id, day);

call protect_tenant_table('member_school_year', 'select, insert, update');
call protect_tenant_table('partnership_meeting', 'select, insert, update');
