-- What a partnership gives for a request, as whoever leads has decided: days, whole pounds, and what for (NFS-17). Each is a dated
-- statement and none is changed; the highest number holds. Whoever reads the request reads it.
create table support_resource (
	partnership_id uuid not null,
	request_id uuid not null,
	number integer not null,
	days integer check (days between 1 and 60),
	pounds integer check (pounds between 1 and 1000000),
	words text not null,
	decided_by uuid not null references person,
	decided_at timestamptz not null,
	primary key (partnership_id, request_id, number),
	foreign key (partnership_id, request_id) references support_request
);
alter table support_resource enable row level security;
grant select, insert on support_resource to fresh_eyes_app;
create policy tenant on support_resource as restrictive to fresh_eyes_app using (partnership_id = any (array(select app_partnerships())));
create policy known on support_resource for select to fresh_eyes_app
	using (exists (select from support_request r where r.partnership_id = support_resource.partnership_id and r.id = request_id));
create policy decide on support_resource for insert to fresh_eyes_app
	with check (decided_by = app_person() and partnership_id = any (array(select app_led_partnerships())));
