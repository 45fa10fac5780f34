-- What people of a partnership have been trained for, when and by whom (HEP-2, KSA-12, CEN-6).
create table training (
	partnership_id uuid not null references partnership,
	id uuid not null,
	-- A role of the protocol.
	role text not null check (role in ('reviewer', 'facilitator', 'expert', 'champion')),
	day date not null,
	what text not null,
	-- Somebody of the partnership who cascaded it, or whoever gave it in words.
	given_by uuid references person,
	giver text not null,
	added_by uuid not null references person,
	added_at timestamptz not null,
	primary key (partnership_id, id),
	check (given_by is null or giver = '')
);
create table trained (
	partnership_id uuid not null,
	training_id uuid not null,
	person_id uuid not null references person,
	withdrawn_by uuid references person,
	withdrawn_at timestamptz,
	primary key (partnership_id, training_id, person_id),
	foreign key (partnership_id, training_id) references training,
	check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index on trained (partnership_id, person_id);
call protect_tenant_table('training', 'select, insert');
call protect_tenant_table('trained', 'select, insert, update (withdrawn_by, withdrawn_at)');

-- How many days in reviews of other schools a person gives at most, where that is not what the protocol says (CSC-19).
create table release_limit (
	partnership_id uuid not null references partnership,
	person_id uuid not null references person,
	days_a_term integer check (days_a_term between 0 and 60),
	days_a_year integer check (days_a_year between 0 and 60),
	version integer not null default 1,
	set_by uuid not null references person,
	set_at timestamptz not null,
	primary key (partnership_id, person_id)
);
alter table release_limit enable row level security;
grant select, insert, update (days_a_term, days_a_year, version, set_by, set_at) on release_limit to fresh_eyes_app;
-- A person's own, those who run the partnership, and its heads, who release their staff.
create policy own_or_asking on release_limit to fresh_eyes_app
	using (partnership_id = any (array(select app_partnerships()))
		and (person_id = app_person() or partnership_id = any (array(select app_run_partnerships()))
			or 'heads:' || partnership_id = any (array(select app_keys()))))
	with check (partnership_id = any (array(select app_partnerships()))
		and (person_id = app_person() or partnership_id = any (array(select app_run_partnerships()))
			or 'heads:' || partnership_id = any (array(select app_keys()))));

-- What a day out of school costs a school of this partnership, in whole pounds.
create table release_cost (
	partnership_id uuid not null references partnership primary key,
	pounds integer not null check (pounds between 0 and 5000),
	version integer not null default 1,
	set_by uuid not null references person,
	set_at timestamptz not null
);
call protect_tenant_table('release_cost', 'select, insert, update (pounds, version, set_by, set_at)');
