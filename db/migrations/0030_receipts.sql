-- What the server has taken from people's devices: one id once, however often it is sent.

create table receipt (
	person_id uuid not null references person,
	id uuid not null,
	-- Of what was sent: the same id with other words is no repetition.
	digest text not null,
	taken_at timestamptz not null,
	primary key (person_id, id)
);
alter table receipt enable row level security;
grant select, insert on receipt to fresh_eyes_app;
create policy own on receipt to fresh_eyes_app using (person_id = app_person()) with check (person_id = app_person());
