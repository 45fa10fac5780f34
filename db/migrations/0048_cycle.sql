-- The cycles of a partnership: stretches of time in which it means to have its schools reviewed, and what it has set itself.
create table review_cycle (
	partnership_id uuid not null references partnership,
	id uuid not null,
	name text not null,
	from_day date not null,
	to_day date not null,
	objective text not null,
	share integer not null check (share between 1 and 100),
	version integer not null default 1,
	opened_by uuid not null references person,
	opened_at timestamptz not null,
	primary key (partnership_id, id),
	check (to_day > from_day)
);
create index on review_cycle (partnership_id, from_day);
call protect_tenant_table('review_cycle', 'select, insert, update (name, from_day, to_day, objective, share, version)');

-- A school that is not to be reviewed in a cycle after all, and why; lifted when it is. The reason is for its heads and for those
-- who run the partnership.
create table deferral (
	partnership_id uuid not null,
	id uuid not null,
	cycle_id uuid not null,
	member_id uuid not null,
	reason text not null,
	decided_by uuid not null references person,
	decided_at timestamptz not null,
	lifted_by uuid references person,
	lifted_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, cycle_id) references review_cycle,
	foreign key (partnership_id, member_id) references member,
	check ((lifted_by is null) = (lifted_at is null))
);
create unique index one_standing_deferral on deferral (partnership_id, cycle_id, member_id) where lifted_at is null;
create index on deferral (partnership_id, member_id);

alter table deferral enable row level security;
grant select, insert, update (lifted_by, lifted_at) on deferral to fresh_eyes_app;
create policy concerned on deferral to fresh_eyes_app
	using (partnership_id = any (array(select app_run_partnerships())) or member_id = any (array(select app_headed_members())))
	with check (partnership_id = any (array(select app_run_partnerships())) or member_id = any (array(select app_headed_members())));

-- That a review moved, from which first day and when: what a year was planned as stays known (HEP-12). Written by the database
-- alone, whoever moves it.
create table review_move (
	partnership_id uuid not null,
	review_id uuid not null,
	number integer not null,
	from_day date not null,
	to_day date,
	moved_by uuid references person,
	moved_at timestamptz not null default now(),
	primary key (partnership_id, review_id, number),
	foreign key (partnership_id, review_id) references review
);
call protect_review_table('review_move', 'select');

create function note_review_move() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	insert into review_move (partnership_id, review_id, number, from_day, to_day, moved_by)
	select new.partnership_id, new.id, 1 + count(*), old.first_day, new.first_day, app_person()
	from review_move m where m.partnership_id = new.partnership_id and m.review_id = new.id;
	return null;
end $$;
revoke all on function note_review_move from public;
create trigger review_moved after update of first_day on review
	for each row when (old.first_day is not null and new.first_day is distinct from old.first_day)
	execute function note_review_move();
