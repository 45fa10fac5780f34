-- Photos of what a workshop wrote on paper, as the server made them anew: pixels and nothing else.
create table workshop_photo (
	partnership_id uuid not null,
	id uuid not null,
	room_id uuid not null,
	-- What it shows, for those who do not see it.
	description text not null,
	width integer not null,
	height integer not null,
	sha256 text not null,
	jpeg bytea not null,
	taken_by uuid not null references person,
	taken_at timestamptz not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, room_id) references workshop_room
);
create index on workshop_photo (partnership_id, room_id);
alter table workshop_photo enable row level security;
grant select, insert, delete on workshop_photo to fresh_eyes_app;
create policy room on workshop_photo to fresh_eyes_app
	using (room_id = any (array(select app_rooms()))) with check (room_id = any (array(select app_rooms())));
create policy own_photo on workshop_photo as restrictive for insert to fresh_eyes_app with check (taken_by = app_person());
