-- Support from outside the partnership, where it has none of its own: commissioned, for one school or for several that share a need
-- (HEP-13), or asked of the authority (NFS-23). Each school reads its own part and not who shares the need; whoever leads reads all.
create table outside_support (
	partnership_id uuid not null references partnership,
	id uuid not null unique,
	kind text not null check (kind in ('commissioned', 'authority asked')),
	provider text not null,
	words text not null,
	-- Whole pounds, and who pays them; null where it costs nothing, or nothing is known of it.
	pounds integer check (pounds between 1 and 1000000),
	payer text not null,
	-- From when it is commissioned, or when the authority was asked.
	day date not null,
	arranged_by uuid not null references person,
	arranged_at timestamptz not null,
	-- What the authority answered, or what came of it; empty until that is told.
	answer text not null default '',
	version integer not null default 1,
	-- It goes no further, and why; the schools look for help anew.
	ended_because text not null default '',
	told_by uuid references person,
	told_at timestamptz,
	primary key (partnership_id, id),
	check (pounds is not null or payer = ''),
	check ((told_by is null) = (told_at is null) and (told_by is null) = (answer = '' and ended_because = ''))
);
create table outside_request (
	partnership_id uuid not null,
	outside_id uuid not null,
	request_id uuid not null,
	primary key (partnership_id, outside_id, request_id),
	foreign key (partnership_id, outside_id) references outside_support,
	foreign key (partnership_id, request_id) references support_request
);
create index on outside_request (partnership_id, request_id);

-- As the owner, so that the policies of both may ask each other: the requests of schools that the actor heads, and what is for them.
create function app_own_requests() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from support_request where member_id = any (array(select app_headed_members()));
	end;
create function app_own_outside() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select outside_id from outside_request where request_id in (select app_own_requests());
	end;

alter table outside_support enable row level security;
grant select, insert, update (answer, version, ended_because, told_by, told_at) on outside_support to fresh_eyes_app;
create policy tenant on outside_support as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on outside_support for select to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())) or id = any (array(select app_own_outside())));
create policy arrange on outside_support for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_led_partnerships())) and arranged_by = app_person() and told_by is null);
create policy tell on outside_support for update to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())))
	with check (told_by = app_person());

alter table outside_request enable row level security;
grant select, insert on outside_request to fresh_eyes_app;
create policy tenant on outside_request as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on outside_request for select to fresh_eyes_app
	using (partnership_id = any (array(select app_led_partnerships())) or request_id = any (array(select app_own_requests())));
create policy arrange on outside_request for insert to fresh_eyes_app
	with check (partnership_id = any (array(select app_led_partnerships())));

-- Help is found outside, too: from then on a request is its own school's business.
create or replace function is_support_found(p_partnership uuid, p_request uuid) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from deployment d where d.partnership_id = p_partnership and d.request_id = p_request
			and not exists (select from deployment_end e where e.partnership_id = d.partnership_id and e.deployment_id = d.id))
			or exists (select from outside_request r
				join outside_support o on o.partnership_id = r.partnership_id and o.id = r.outside_id
				where r.partnership_id = p_partnership and r.request_id = p_request and o.kind = 'commissioned' and o.ended_because = '');
	end;
