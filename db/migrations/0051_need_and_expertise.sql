-- What a school can share with others, and what it needs of them: the first for all to see, the second for its heads and for those
-- who lead the partnership (CEN-13, CSC-18).

create table expertise (
	partnership_id uuid not null,
	id uuid not null,
	member_id uuid not null,
	theme_id uuid not null,
	ways text[] not null check (cardinality(ways) > 0 and ways <@ array['visit us', 'come to you', 'speak']),
	words text not null,
	days_a_term integer check (days_a_term between 1 and 60),
	offered_by uuid not null references person,
	offered_at timestamptz not null,
	withdrawn_by uuid references person,
	withdrawn_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, member_id) references member,
	foreign key (partnership_id, theme_id) references theme,
	check ((withdrawn_by is null) = (withdrawn_at is null))
);
create index on expertise (partnership_id, member_id);
create index on expertise (partnership_id, theme_id);
create unique index one_standing_offer on expertise (partnership_id, member_id, theme_id) where withdrawn_at is null;
call protect_tenant_table('expertise', 'select, insert, update (withdrawn_by, withdrawn_at)');

-- The partnerships that the actor leads today.
create function app_led_partnerships() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select partnership_id from responsibility
		where person_id = app_person() and role in ('lead', 'chair', 'vice chair')
			and from_day <= app_today() and (until_day is null or until_day > app_today());
	end;

-- Each is a dated statement; the one with the highest number holds, and none is changed. The first theme is the most urgent.
create table need (
	partnership_id uuid not null,
	member_id uuid not null,
	number integer not null,
	status integer not null check (status between 0 and 3),
	theme_ids uuid[] not null check (cardinality(theme_ids) <= 3),
	words text not null,
	stated_by uuid not null references person,
	stated_at timestamptz not null,
	primary key (partnership_id, member_id, number),
	foreign key (partnership_id, member_id) references member
);
alter table need enable row level security;
grant select, insert on need to fresh_eyes_app;
create policy concerned on need to fresh_eyes_app
	using (member_id = any (array(select app_headed_members())) or partnership_id = any (array(select app_led_partnerships())))
	with check (member_id = any (array(select app_headed_members())) or partnership_id = any (array(select app_led_partnerships())));
