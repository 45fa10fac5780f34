-- Support between schools: asked by a head, a helper proposed by whoever leads, the asker named to it only with its head's consent,
-- agreed by the helper's head, and told how it went (CEN-13, NFS-23). What each says is a row of its own, and nobody writes another's.

-- A school asks for support. Others than its heads and those who lead read it where one of them is asked, or where it is open to meetings.
create table support_request (
	partnership_id uuid not null references partnership,
	-- Alone in all partnerships: what is known of one is asked by its id.
	id uuid not null unique,
	member_id uuid not null,
	theme_id uuid not null,
	words text not null,
	by_day date not null,
	-- Whether those who lead may name the school to a school that they ask; whether heads read it at their meetings.
	may_name boolean not null,
	at_meetings boolean not null,
	asked_by uuid not null references person,
	asked_at timestamptz not null,
	version integer not null default 1,
	-- Who changed it last, words or consents.
	changed_by uuid not null references person,
	withdrawn_at timestamptz,
	withdrawn_because text,
	primary key (partnership_id, id),
	unique (partnership_id, id, member_id),
	foreign key (partnership_id, member_id) references member,
	foreign key (partnership_id, theme_id) references theme,
	check ((withdrawn_at is null) = (withdrawn_because is null))
);
create index on support_request (partnership_id, asked_at);
create index on support_request (partnership_id, member_id);
create index on support_request (partnership_id, theme_id);

-- What it said before it was put right, for its own heads and those who lead: others read it as it was when they were asked.
create table support_wording (
	partnership_id uuid not null,
	request_id uuid not null,
	version integer not null,
	theme_id uuid not null,
	words text not null,
	by_day date not null,
	until timestamptz not null,
	put_right_by uuid not null references person,
	primary key (partnership_id, request_id, version),
	foreign key (partnership_id, request_id) references support_request,
	foreign key (partnership_id, theme_id) references theme
);

-- A school that whoever leads proposes to help. Named from the first where the asker had agreed to that; else its head says yes or no.
create table support_helper (
	partnership_id uuid not null,
	id uuid not null unique,
	request_id uuid not null,
	asker_id uuid not null,
	member_id uuid not null,
	named boolean not null,
	proposed_by uuid not null references person,
	proposed_at timestamptz not null,
	taken_back_by uuid references person,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	unique (partnership_id, id, request_id, asker_id, member_id),
	foreign key (partnership_id, request_id, asker_id) references support_request (partnership_id, id, member_id),
	foreign key (partnership_id, member_id) references member,
	check (asker_id <> member_id),
	check ((taken_back_by is null) = (taken_back_at is null))
);
create unique index one_standing_helper on support_helper (partnership_id, request_id, member_id) where taken_back_at is null;
create index on support_helper (partnership_id, request_id, asker_id);
create index on support_helper (partnership_id, member_id);

-- What the asker's head says to a helper that was proposed: yes, and their school is named there.
create table helper_consent (
	partnership_id uuid not null,
	helper_id uuid not null,
	yes boolean not null,
	because text not null,
	said_by uuid not null references person,
	said_at timestamptz not null,
	primary key (partnership_id, helper_id),
	foreign key (partnership_id, helper_id) references support_helper
);

-- What the helper's head says.
create table helper_answer (
	partnership_id uuid not null,
	helper_id uuid not null,
	yes boolean not null,
	words text not null,
	answered_by uuid not null references person,
	answered_at timestamptz not null,
	primary key (partnership_id, helper_id),
	foreign key (partnership_id, helper_id) references support_helper
);

-- Support that was agreed: how many days, from when to when, and who comes.
create table deployment (
	partnership_id uuid not null,
	id uuid not null unique,
	helper_id uuid not null,
	request_id uuid not null,
	asker_id uuid not null,
	member_id uuid not null,
	days integer not null check (days between 1 and 60),
	from_day date not null,
	to_day date not null,
	-- Somebody of the helper's school who signs in here; and who comes, in words.
	person_id uuid references person,
	who text not null,
	-- Whole pounds, and who pays them; null where it costs nothing.
	pounds integer check (pounds between 1 and 1000000),
	payer text not null,
	version integer not null default 1,
	agreed_by uuid not null references person,
	agreed_at timestamptz not null,
	primary key (partnership_id, id),
	unique (partnership_id, helper_id),
	foreign key (partnership_id, helper_id, request_id, asker_id, member_id)
		references support_helper (partnership_id, id, request_id, asker_id, member_id),
	check (to_day >= from_day),
	check (pounds is not null or payer = '')
);
create index on deployment (partnership_id, helper_id, request_id, asker_id, member_id);
create index on deployment (partnership_id, request_id);
create index on deployment (partnership_id, asker_id);
create index on deployment (partnership_id, member_id);
create index on deployment (person_id);

-- A day of it that took place, as either side notes it.
create table deployment_day (
	partnership_id uuid not null,
	id uuid not null,
	deployment_id uuid not null,
	day date not null,
	words text not null,
	noted_by uuid not null references person,
	noted_at timestamptz not null,
	taken_back_by uuid references person,
	taken_back_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, deployment_id) references deployment,
	check ((taken_back_by is null) = (taken_back_at is null))
);
create unique index one_standing_day on deployment_day (partnership_id, deployment_id, day) where taken_back_at is null;
create index on deployment_day (partnership_id, deployment_id);

-- What came of it, in words of the asker's head; the highest number holds.
create table deployment_outcome (
	partnership_id uuid not null,
	deployment_id uuid not null,
	number integer not null,
	words text not null,
	told_by uuid not null references person,
	told_at timestamptz not null,
	primary key (partnership_id, deployment_id, number),
	foreign key (partnership_id, deployment_id) references deployment
);

-- Thanks of the asker's head; open to the whole partnership where they say so.
create table deployment_thanks (
	partnership_id uuid not null,
	deployment_id uuid not null,
	words text not null,
	open boolean not null,
	thanked_by uuid not null references person,
	thanked_at timestamptz not null,
	primary key (partnership_id, deployment_id),
	foreign key (partnership_id, deployment_id) references deployment
);
create table thanks_read (
	partnership_id uuid not null,
	deployment_id uuid not null,
	person_id uuid not null references person,
	read_at timestamptz not null,
	primary key (partnership_id, deployment_id, person_id),
	foreign key (partnership_id, deployment_id) references deployment_thanks
);
create index on thanks_read (person_id);

-- It ended before its time.
create table deployment_end (
	partnership_id uuid not null,
	deployment_id uuid not null,
	because text not null,
	ended_by uuid not null references person,
	ended_at timestamptz not null,
	primary key (partnership_id, deployment_id),
	foreign key (partnership_id, deployment_id) references deployment
);

-- Nobody could be found so far; it holds until another is proposed.
create table nobody_found (
	partnership_id uuid not null,
	id uuid not null,
	request_id uuid not null,
	asker_id uuid not null,
	words text not null,
	said_by uuid not null references person,
	said_at timestamptz not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, request_id, asker_id) references support_request (partnership_id, id, member_id)
);
create index on nobody_found (partnership_id, request_id, asker_id);

-- As the owner, so that policies of these tables may ask one another.

-- The helpers whose head the actor is, once they are asked: the asker's head has agreed to be named.
create function app_asked_helpers() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select h.id from support_helper h
		where h.member_id = any (array(select app_headed_members())) and h.taken_back_at is null
			and (h.named or exists (select from helper_consent c
				where c.partnership_id = h.partnership_id and c.helper_id = h.id and c.yes));
	end;

-- The deployments in which the actor comes, as long as they work at the school that helps.
create function app_coming_deployments() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select d.id from deployment d where d.person_id = app_person() and exists (select from appointment a
			where a.partnership_id = d.partnership_id and a.member_id = d.member_id and a.person_id = d.person_id
				and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today()));
	end;

-- The requests that they are asked about, until one is withdrawn; and those in which the actor is deployed.
create function app_helped_requests() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select r.id from support_helper h
		join support_request r on r.partnership_id = h.partnership_id and r.id = h.request_id
		left join helper_answer a on a.partnership_id = h.partnership_id and a.helper_id = h.id
		where h.id in (select app_asked_helpers()) and (a.yes or r.withdrawn_at is null)
		union
		select d.request_id from deployment d where d.id in (select app_coming_deployments());
	end;

-- The partnerships at whose meetings the actor reads what heads have opened to them: heads, the steering group and who organises.
create function app_support_meetings() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select app_run_partnerships()
		union
		select m.partnership_id from member m where m.id = any (array(select app_headed_members()))
			and (m.until_day is null or m.until_day > app_today());
	end;

-- Whether help is found: from then on a request is its own schools' business.
create function is_support_found(p_partnership uuid, p_request uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from deployment d where d.partnership_id = p_partnership and d.request_id = p_request
			and not exists (select from deployment_end e where e.partnership_id = d.partnership_id and e.deployment_id = d.id));
	end;

-- The deployments of both schools' heads and of the person who comes; with those who lead, all who read them.
create function app_own_deployments() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from deployment
		where asker_id = any (array(select app_headed_members())) or member_id = any (array(select app_headed_members()))
			or id in (select app_coming_deployments());
	end;

-- The deployments whose asker the actor heads: how it went is theirs to say.
create function app_received_deployments() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from deployment where asker_id = any (array(select app_headed_members()));
	end;

alter table support_request enable row level security;
grant select, insert, update (theme_id, words, by_day, may_name, at_meetings, version, changed_by, withdrawn_at, withdrawn_because)
	on support_request to fresh_eyes_app;
create policy tenant on support_request as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy own on support_request for select to fresh_eyes_app
	using (member_id = any (array(select app_headed_members())) or partnership_id = any (array(select app_led_partnerships())));
create policy helped on support_request for select to fresh_eyes_app using (id = any (array(select app_helped_requests())));
create policy at_meetings on support_request for select to fresh_eyes_app
	using (at_meetings and withdrawn_at is null and partnership_id = any (array(select app_support_meetings()))
		and not is_support_found(partnership_id, id));
create policy ask on support_request for insert to fresh_eyes_app
	with check (member_id = any (array(select app_headed_members())) and asked_by = app_person() and changed_by = app_person()
		and withdrawn_at is null);
create policy change on support_request for update to fresh_eyes_app
	using (member_id = any (array(select app_headed_members())) and withdrawn_at is null) with check (changed_by = app_person());

alter table support_wording enable row level security;
grant select, insert on support_wording to fresh_eyes_app;
create policy tenant on support_wording as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy own on support_wording for select to fresh_eyes_app
	using (exists (select from support_request r where r.partnership_id = support_wording.partnership_id and r.id = request_id
		and (r.member_id = any (array(select app_headed_members())) or r.partnership_id = any (array(select app_led_partnerships())))));
create policy keep on support_wording for insert to fresh_eyes_app
	with check (put_right_by = app_person() and exists (select from support_request r where r.partnership_id = support_wording.partnership_id
		and r.id = request_id and r.member_id = any (array(select app_headed_members()))));

alter table support_helper enable row level security;
grant select, insert, update (taken_back_by, taken_back_at) on support_helper to fresh_eyes_app;
create policy tenant on support_helper as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on support_helper for select to fresh_eyes_app
	using (asker_id = any (array(select app_headed_members())) or id = any (array(select app_asked_helpers()))
		-- Whoever leads and heads the school that is proposed learns of it as any other head does.
		or (partnership_id = any (array(select app_led_partnerships())) and not member_id = any (array(select app_headed_members()))));
create policy propose on support_helper for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_led_partnerships())) and proposed_by = app_person() and taken_back_at is null
		and exists (select from support_request r where r.partnership_id = support_helper.partnership_id and r.id = request_id
			and r.may_name = named and r.withdrawn_at is null));
create policy take_back on support_helper for update to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())) and taken_back_at is null) with check (taken_back_by = app_person());

alter table helper_consent enable row level security;
grant select, insert on helper_consent to fresh_eyes_app;
create policy tenant on helper_consent as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on helper_consent for select to fresh_eyes_app
	using (exists (select from support_helper h where h.partnership_id = helper_consent.partnership_id and h.id = helper_id
		and (h.asker_id = any (array(select app_headed_members())) or h.partnership_id = any (array(select app_led_partnerships()))
			-- A yes is what it was asked by.
			or (yes and h.id = any (array(select app_asked_helpers()))))));
create policy say on helper_consent for insert to fresh_eyes_app
	with check (said_by = app_person() and exists (select from support_helper h where h.partnership_id = helper_consent.partnership_id
		and h.id = helper_id and h.taken_back_at is null and h.asker_id = any (array(select app_headed_members()))));

alter table helper_answer enable row level security;
grant select, insert on helper_answer to fresh_eyes_app;
create policy tenant on helper_answer as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on helper_answer for select to fresh_eyes_app
	using (exists (select from support_helper h where h.partnership_id = helper_answer.partnership_id and h.id = helper_id));
create policy answer on helper_answer for insert to fresh_eyes_app
	with check (answered_by = app_person() and helper_id = any (array(select app_asked_helpers())));

alter table deployment enable row level security;
grant select, insert, update (days, from_day, to_day, person_id, who, pounds, payer, version, agreed_by, agreed_at)
	on deployment to fresh_eyes_app;
create policy tenant on deployment as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on deployment for select to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())) or asker_id = any (array(select app_headed_members()))
		or member_id = any (array(select app_headed_members())) or id = any (array(select app_coming_deployments())));
create policy agree on deployment for insert to fresh_eyes_app
	with check (agreed_by = app_person() and helper_id = any (array(select app_asked_helpers()))
		and exists (select from helper_answer a where a.partnership_id = deployment.partnership_id and a.helper_id = deployment.helper_id and a.yes)
		and not is_support_found(partnership_id, request_id)
		and (person_id is null or exists (select from appointment a where a.partnership_id = deployment.partnership_id
			and a.member_id = deployment.member_id and a.person_id = deployment.person_id)));
create policy agree_anew on deployment for update to fresh_eyes_app
	using (member_id = any (array(select app_headed_members()))
		and not exists (select from deployment_outcome o where o.partnership_id = deployment.partnership_id and o.deployment_id = deployment.id)
		and not exists (select from deployment_end e where e.partnership_id = deployment.partnership_id and e.deployment_id = deployment.id))
	with check (agreed_by = app_person()
		and (person_id is null or exists (select from appointment a where a.partnership_id = deployment.partnership_id
			and a.member_id = deployment.member_id and a.person_id = deployment.person_id)));

alter table deployment_day enable row level security;
grant select, insert, update (taken_back_by, taken_back_at) on deployment_day to fresh_eyes_app;
create policy tenant on deployment_day as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on deployment_day for select to fresh_eyes_app
	using (deployment_id = any (array(select app_own_deployments())) or partnership_id = any (array(select app_led_partnerships())));
create policy note on deployment_day for insert to fresh_eyes_app
	with check (noted_by = app_person() and taken_back_at is null and deployment_id = any (array(select app_own_deployments())));
create policy take_back on deployment_day for update to fresh_eyes_app
	using (taken_back_at is null and deployment_id = any (array(select app_own_deployments()))) with check (taken_back_by = app_person());

alter table deployment_outcome enable row level security;
grant select, insert on deployment_outcome to fresh_eyes_app;
create policy tenant on deployment_outcome as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on deployment_outcome for select to fresh_eyes_app
	using (deployment_id = any (array(select app_own_deployments())) or partnership_id = any (array(select app_led_partnerships())));
create policy tell on deployment_outcome for insert to fresh_eyes_app
	with check (told_by = app_person() and deployment_id = any (array(select app_received_deployments())));

alter table deployment_thanks enable row level security;
grant select, insert on deployment_thanks to fresh_eyes_app;
create policy tenant on deployment_thanks as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on deployment_thanks for select to fresh_eyes_app
	using (open or deployment_id = any (array(select app_own_deployments())) or partnership_id = any (array(select app_led_partnerships())));
create policy thank on deployment_thanks for insert to fresh_eyes_app
	with check (thanked_by = app_person() and deployment_id = any (array(select app_received_deployments())));

alter table thanks_read enable row level security;
grant select, insert on thanks_read to fresh_eyes_app;
create policy tenant on thanks_read as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy own on thanks_read to fresh_eyes_app using (person_id = app_person())
	with check (person_id = app_person() and deployment_id = any (array(select app_own_deployments())));

alter table deployment_end enable row level security;
grant select, insert on deployment_end to fresh_eyes_app;
create policy tenant on deployment_end as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on deployment_end for select to fresh_eyes_app
	using (deployment_id = any (array(select app_own_deployments())) or partnership_id = any (array(select app_led_partnerships())));
-- By either head, or by whoever leads; not by the person who comes.
create policy end_it on deployment_end for insert to fresh_eyes_app
	with check (ended_by = app_person() and exists (select from deployment d where d.partnership_id = deployment_end.partnership_id
		and d.id = deployment_id and (d.asker_id = any (array(select app_headed_members()))
			or d.member_id = any (array(select app_headed_members()))
			or d.partnership_id = any (array(select app_led_partnerships())))));

alter table nobody_found enable row level security;
grant select, insert on nobody_found to fresh_eyes_app;
create policy tenant on nobody_found as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on nobody_found for select to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())) or asker_id = any (array(select app_headed_members())));
create policy say on nobody_found for insert to fresh_eyes_app
	with check (said_by = app_person() and partnership_id = any (array(select app_led_partnerships())));
revoke all on function is_support_found from public;
grant execute on function is_support_found to fresh_eyes_app;

-- Thanks to a school that are open to the whole partnership, with who thanks: of the deployment itself nothing is read.
create function open_thanks(p_partnership uuid, p_member uuid) returns table (words text, thanked_on date, asker_name text)
	language sql stable security definer set search_path = public
	begin atomic
		select t.words, (t.thanked_at at time zone 'Europe/London')::date, m.name from deployment_thanks t
		join deployment d on d.partnership_id = t.partnership_id and d.id = t.deployment_id
		join member m on m.partnership_id = d.partnership_id and m.id = d.asker_id
		where t.open and t.partnership_id = p_partnership and d.member_id = p_member
			and p_partnership = any (array(select app_partnerships()))
		order by t.thanked_at desc limit 50;
	end;
revoke all on function open_thanks from public;
grant execute on function open_thanks to fresh_eyes_app;
