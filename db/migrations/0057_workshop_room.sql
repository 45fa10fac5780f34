-- The workshop as it is held (HEP-7, NFS-14): what is prepared, the phones that take part, cards, votes and where ideas stand, and the
-- next steps that come of it. Who takes part has no account and leaves no name.

create table workshop_room (
	partnership_id uuid not null,
	id uuid not null unique,
	review_id uuid not null,
	-- The day it is planned for.
	day date not null,
	-- What staff are shown of the findings, and the rounds (domain/workshop/room/plan.ts).
	plan jsonb not null,
	version integer not null default 1,
	-- As many phones as find a place.
	seats integer not null check (seats between 1 and 300),
	votes_each integer not null default 3 check (votes_each between 1 and 10),
	-- Cards wait until whoever runs the workshop has seen them.
	looks_first boolean not null default false,
	-- By which phones come in; none while the door is shut.
	code text unique,
	code_until timestamptz,
	opened_at timestamptz,
	-- The day on which it was opened: phones take part on no other.
	opened_on date,
	closed_at timestamptz,
	round text not null default '',
	round_until timestamptz,
	-- The cards whose ideas the room places on the matrix.
	on_matrix uuid[] not null default '{}',
	-- Counts what everybody's screens show, and what phones show of it: eighty of them need not look again for each card.
	number bigint not null default 1,
	phone_number bigint not null default 1,
	prepared_by uuid not null references person,
	prepared_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	check ((code is null) = (code_until is null)),
	check (code is null or opened_at is not null and closed_at is null)
);
create index on workshop_room (partnership_id, review_id);

create table workshop_participant (
	partnership_id uuid not null,
	id uuid not null unique,
	room_id uuid not null,
	token_hash text not null unique,
	joined_at timestamptz not null,
	put_out_at timestamptz,
	primary key (partnership_id, id),
	foreign key (partnership_id, room_id) references workshop_room
);
create index on workshop_participant (partnership_id, room_id);

create table workshop_card (
	partnership_id uuid not null,
	id uuid not null,
	room_id uuid not null,
	round text not null,
	-- The question it answers, by its key in the plan; '' for none.
	topic text not null default '',
	words text not null check (length(words) between 1 and 300),
	-- From a phone, or typed in from paper by somebody who runs the workshop.
	participant_id uuid,
	person_id uuid references person,
	standing text not null default 'shown' check (standing in ('shown', 'waiting', 'hidden', 'taken back')),
	-- The card it lies under, where several say the same; that one lies under none.
	under uuid,
	heading text not null default '',
	-- Votes that were counted by hand.
	hand_votes integer not null default 0 check (hand_votes between 0 and 999),
	-- Where whoever runs the workshop put it, from 1 to 4.
	impact integer check (impact between 1 and 4),
	effort integer check (effort between 1 and 4),
	written_at timestamptz not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, room_id) references workshop_room,
	foreign key (partnership_id, participant_id) references workshop_participant,
	foreign key (partnership_id, under) references workshop_card,
	check (num_nonnulls(participant_id, person_id) = 1),
	check ((impact is null) = (effort is null)),
	check (under is distinct from id)
);
create index on workshop_card (partnership_id, room_id, written_at);
create index on workshop_card (partnership_id, under) where under is not null;
create index on workshop_card (partnership_id, participant_id) where participant_id is not null;

create table workshop_vote (
	partnership_id uuid not null,
	room_id uuid not null,
	round text not null,
	card_id uuid not null,
	participant_id uuid not null,
	primary key (partnership_id, room_id, round, participant_id, card_id),
	foreign key (partnership_id, room_id) references workshop_room,
	foreign key (partnership_id, card_id) references workshop_card,
	foreign key (partnership_id, participant_id) references workshop_participant
);

-- Where somebody in the room would put an idea.
create table workshop_rating (
	partnership_id uuid not null,
	room_id uuid not null,
	card_id uuid not null,
	participant_id uuid not null,
	impact integer not null check (impact between 1 and 4),
	effort integer not null check (effort between 1 and 4),
	primary key (partnership_id, room_id, participant_id, card_id),
	foreign key (partnership_id, room_id) references workshop_room,
	foreign key (partnership_id, card_id) references workshop_card,
	foreign key (partnership_id, participant_id) references workshop_participant
);

-- The next-steps plan while it is written. A step that the head takes up is an action of the same id.
create table workshop_step (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	card_id uuid,
	finding_id uuid not null,
	title text not null,
	owner text not null,
	due date not null,
	measure_of_success text not null,
	dropped_at timestamptz,
	version integer not null default 1,
	written_by uuid not null references person,
	written_at timestamptz not null,
	keys text[] not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, finding_id) references finding,
	foreign key (partnership_id, card_id) references workshop_card
);
create index on workshop_step (partnership_id, review_id);

create function app_participant() returns uuid
	language sql stable parallel safe
	return nullif(current_setting('app.participant', true), '')::uuid;

-- The room in which the acting phone is: while it is open, on its day.
create function app_own_room() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select r.id from workshop_participant p
		join workshop_room r on r.partnership_id = p.partnership_id and r.id = p.room_id
		where p.id = app_participant() and p.put_out_at is null
			and r.opened_on = app_today() and r.closed_at is null;
	end;
revoke all on function app_own_room from public;
grant execute on function app_own_room to fresh_eyes_app;

call protect_confidential_table('workshop_room', 'select, insert, update (day, plan, version, seats, votes_each, looks_first, code,
	code_until, opened_at, opened_on, closed_at, round, round_until, on_matrix)');
call protect_confidential_table('workshop_step', 'select, insert, update (card_id, finding_id, title, owner, due, measure_of_success,
	dropped_at, version, written_by, written_at)');
create policy participant on workshop_room for select to fresh_eyes_app using (id = any (array(select app_own_room())));
create policy job on workshop_room for select to fresh_eyes_app using (app_job() = 'live');

-- The rooms whose keys the actor holds.
create function app_rooms() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from workshop_room
		where (partnership_id = any (array(select app_partnerships())) or review_id = any (array(select app_reviews())))
			and keys && array(select app_keys());
	end;
revoke all on function app_rooms from public;
grant execute on function app_rooms to fresh_eyes_app;

alter table workshop_participant enable row level security;
grant select, update (put_out_at) on workshop_participant to fresh_eyes_app;
create policy room on workshop_participant to fresh_eyes_app using (room_id = any (array(select app_rooms())));

alter table workshop_card enable row level security;
grant select, insert, update (standing, under, heading, hand_votes, impact, effort) on workshop_card to fresh_eyes_app;
create policy room on workshop_card to fresh_eyes_app
	using (room_id = any (array(select app_rooms())))
	with check (room_id = any (array(select app_rooms())));
create policy own_card on workshop_card as restrictive for insert to fresh_eyes_app
	with check (participant_id is not distinct from app_participant() and person_id is not distinct from app_person());
create policy participant_reads on workshop_card for select to fresh_eyes_app
	using (room_id = any (array(select app_own_room())) and (standing = 'shown' or participant_id = app_participant()));
create policy participant_writes on workshop_card for insert to fresh_eyes_app
	with check (room_id = any (array(select app_own_room())) and participant_id = app_participant() and under is null);
create policy participant_takes_back on workshop_card for update to fresh_eyes_app
	using (room_id = any (array(select app_own_room())) and participant_id = app_participant())
	with check (standing = 'taken back');

alter table workshop_vote enable row level security;
grant select, insert, delete on workshop_vote to fresh_eyes_app;
create policy room on workshop_vote for select to fresh_eyes_app using (room_id = any (array(select app_rooms())));
create policy participant on workshop_vote to fresh_eyes_app
	using (participant_id = app_participant() and room_id = any (array(select app_own_room())));

alter table workshop_rating enable row level security;
grant select, insert, update (impact, effort) on workshop_rating to fresh_eyes_app;
create policy room on workshop_rating for select to fresh_eyes_app using (room_id = any (array(select app_rooms())));
create policy participant on workshop_rating to fresh_eyes_app
	using (participant_id = app_participant() and room_id = any (array(select app_own_room())));

-- The one door by which a phone comes in. It answers with what became of it: 'in', 'no place' or, where no code like this opens anything
-- now, 'no such code'. Those who come at the same moment are counted one after another.
create function join_workshop(p_code text, p_id uuid, p_token_hash text, p_now timestamptz) returns text
	language plpgsql volatile security definer set search_path = public as $$
declare
	room workshop_room;
begin
	select * into room from workshop_room
		where code = p_code and code_until > p_now and closed_at is null and opened_on = app_today() for update;
	if not found then return 'no such code'; end if;
	if (select count(*) from workshop_participant where partnership_id = room.partnership_id and room_id = room.id and put_out_at is null)
		>= room.seats then return 'no place'; end if;
	insert into workshop_participant (partnership_id, id, room_id, token_hash, joined_at)
		values (room.partnership_id, p_id, room.id, p_token_hash, p_now);
	return 'in';
end $$;
revoke all on function join_workshop from public;
grant execute on function join_workshop to fresh_eyes_app;

-- Whose secret this is, and whether the workshop still goes on for them.
create function participant_of(p_token_hash text) returns table (id uuid, standing text)
	language sql stable security definer set search_path = public
	begin atomic
		select p.id, case when p.put_out_at is not null then 'put out'
			when r.closed_at is not null or r.opened_on <> app_today() then 'over' else 'in' end
		from workshop_participant p join workshop_room r on r.partnership_id = p.partnership_id and r.id = p.room_id
		where p.token_hash = p_token_hash;
	end;
revoke all on function participant_of from public;
grant execute on function participant_of to fresh_eyes_app;

create function count_room() returns trigger
	language plpgsql security definer set search_path = public as $$
begin
	-- What of a card can change once it is written changes what phones are asked about; further cards and others' votes do not.
	update workshop_room r set number = number + 1,
		phone_number = phone_number + case when tg_argv[0] = 'phones' then 1 else 0 end
	where exists (select from changed c where c.partnership_id = r.partnership_id and c.room_id = r.id);
	return null;
end $$;
revoke all on function count_room from public;
create trigger room_insert after insert on workshop_card referencing new table as changed for each statement execute function count_room();
create trigger room_update after update on workshop_card referencing new table as changed for each statement execute function count_room('phones');
create trigger room_insert after insert on workshop_participant referencing new table as changed for each statement execute function count_room();
create trigger room_update after update on workshop_participant referencing new table as changed for each statement execute function count_room('phones');
create trigger room_insert after insert on workshop_vote referencing new table as changed for each statement execute function count_room();
create trigger room_delete after delete on workshop_vote referencing old table as changed for each statement execute function count_room();
create trigger room_insert after insert on workshop_rating referencing new table as changed for each statement execute function count_room();
create trigger room_update after update on workshop_rating referencing new table as changed for each statement execute function count_room();

-- Whatever is set in the room itself is told to all.
create function count_room_itself() returns trigger language plpgsql as $$
begin
	if new.number = old.number then
		new.number := old.number + 1;
		new.phone_number := old.phone_number + 1;
	end if;
	return new;
end $$;
create trigger room before update on workshop_room for each row execute function count_room_itself();
