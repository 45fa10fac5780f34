-- What a workshop's first users would have stumbled over: cards that came a moment late, phones of another day, votes of cards that were
-- hidden, keys wider than the circle that runs it.

-- The round that ended last, and until when cards that were begun in it still come in.
alter table workshop_room
	add column last_round text not null default '',
	add column last_round_until timestamptz;
grant update (last_round, last_round_until) on workshop_room to fresh_eyes_app;

-- Besides the circles: single parts of a team, and those who lead or administer, where a protocol gives them something to run.
create or replace function app_keys() returns setof text
	language sql stable security definer set search_path = public
	begin atomic
		with standing as (
			select a.partnership_id, a.member_id, a.role,
				a.role in ('headteacher', 'executive head', 'head of school')
					and exists (select from appointment_confirmation c
						where c.partnership_id = a.partnership_id and c.appointment_id = a.id) as heads,
				(m.until_day is null or m.until_day > app_today()) as present
			from appointment a
			join member m on m.partnership_id = a.partnership_id and m.id = a.member_id
			where a.person_id = app_person() and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
		), agreed as (
			select t.review_id, t.role from app_teams() t
			where t.role <> 'champion' and exists (select from confidentiality_agreement c
				where c.partnership_id = t.partnership_id and c.review_id = t.review_id and c.person_id = app_person())
		), responsible as (
			select partnership_id, role from responsibility
			where person_id = app_person() and from_day <= app_today() and (until_day is null or until_day > app_today())
		)
		select 'person:' || app_person()
		union select 'partnership:' || p from app_partnerships() p
		union select 'heads:' || partnership_id from standing where heads and present
		union select 'staff:' || member_id from standing where role <> 'governor'
		union select 'governors:' || member_id from standing where role = 'governor'
		union select 'group:' || g.group_id from standing s
			join group_membership g on g.partnership_id = s.partnership_id and g.member_id = s.member_id
			where s.heads and s.present
		union select 'host:' || r.id from standing s
			join review r on r.partnership_id = s.partnership_id and r.host_member_id = s.member_id
			where s.heads
		union select 'team:' || review_id from agreed
		union select role || ':' || review_id from agreed
		union select 'champion:' || t.review_id from app_teams() t where t.role = 'champion'
		union select case role when 'outside partner' then 'partner:' when 'administrator' then 'administrator:' else 'chair:' end
			|| partnership_id from responsible where role in ('lead', 'chair', 'vice chair', 'administrator', 'outside partner');
	end;

-- Rooms and plans are read by exactly those who run the workshop by the protocol.
create temporary table runner on commit drop as
	select r.partnership_id, r.id as review_id,
		array['host:' || r.id, 'champion:' || r.id] || case
			when v.document #>> '{workshop,runBy}' in ('reviewer', 'facilitator', 'expert')
				then array[(v.document #>> '{workshop,runBy}') || ':' || r.id]
			when v.document #>> '{workshop,runBy}' in ('chair', 'administrator', 'partner')
				then array[(v.document #>> '{workshop,runBy}') || ':' || r.partnership_id]
			else '{}' end as keys
	from review r join protocol_version v on v.partnership_id = r.partnership_id and v.id = r.protocol_version_id;
update workshop_room w set keys = r.keys from runner r where r.partnership_id = w.partnership_id and r.review_id = w.review_id;
update workshop_step w set keys = r.keys from runner r where r.partnership_id = w.partnership_id and r.review_id = w.review_id;

-- A phone is in on the day for which it came: where a room is opened again, its former phones are not.
create or replace function app_own_room() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select r.id from workshop_participant p
		join workshop_room r on r.partnership_id = p.partnership_id and r.id = p.room_id
		where p.id = app_participant() and p.put_out_at is null and p.joined_at >= r.opened_at
			and r.opened_on = app_today() and r.closed_at is null;
	end;

create or replace function join_workshop(p_code text, p_id uuid, p_token_hash text, p_now timestamptz) returns text
	language plpgsql volatile security definer set search_path = public as $$
declare
	room workshop_room;
begin
	select * into room from workshop_room
		where code = p_code and code_until > p_now and closed_at is null and opened_on = app_today() for update;
	if not found then return 'no such code'; end if;
	if (select count(*) from workshop_participant where partnership_id = room.partnership_id and room_id = room.id
			and put_out_at is null and joined_at >= room.opened_at)
		>= room.seats then return 'no place'; end if;
	insert into workshop_participant (partnership_id, id, room_id, token_hash, joined_at)
		values (room.partnership_id, p_id, room.id, p_token_hash, p_now);
	return 'in';
end $$;

create or replace function participant_of(p_token_hash text) returns table (id uuid, standing text)
	language sql stable security definer set search_path = public
	begin atomic
		select p.id, case when p.put_out_at is not null then 'put out'
			when r.closed_at is not null or r.opened_on <> app_today() or p.joined_at < r.opened_at then 'over' else 'in' end
		from workshop_participant p join workshop_room r on r.partnership_id = p.partnership_id and r.id = p.room_id
		where p.token_hash = p_token_hash;
	end;

-- Holds a room until the transaction ends, before anything in it is locked, so that no two wait for each other. Answers how many cards it
-- has: phones see only some of them. Null for whoever is not in it and does not run it.
create function hold_room(p_room uuid) returns integer
	language plpgsql volatile security definer set search_path = public as $$
declare
	room workshop_room;
begin
	select * into room from workshop_room
		where id = p_room and (id = any (array(select app_rooms())) or id = any (array(select app_own_room()))) for no key update;
	if not found then return null; end if;
	return (select count(*) from workshop_card
		where partnership_id = room.partnership_id and room_id = room.id and standing <> 'taken back');
end $$;
revoke all on function hold_room from public;
grant execute on function hold_room to fresh_eyes_app;

-- Whether the room of the acting phone asks for this in that round now; or asked until the moment p_at, where that is given.
create function app_round_asks(p_room uuid, p_round text, p_is text, p_at timestamptz) returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from workshop_room r, jsonb_array_elements(r.plan -> 'rounds') p
			where r.id = p_room and r.id = any (array(select app_own_room())) and p ->> 'key' = p_round and p ->> 'is' = p_is
				and (r.round = p_round or r.last_round = p_round and p_at <= r.last_round_until));
	end;
revoke all on function app_round_asks from public;
grant execute on function app_round_asks to fresh_eyes_app;

drop policy participant_writes on workshop_card;
create policy participant_writes on workshop_card for insert to fresh_eyes_app
	with check (participant_id = app_participant() and app_round_asks(room_id, round, 'cards', written_at)
		and standing = (select case when r.looks_first then 'waiting' else 'shown' end from workshop_room r where r.id = room_id)
		and under is null and heading = '' and hand_votes = 0 and impact is null);
-- A card that was hidden stays with whoever runs the workshop: by it the phone can be put out.
drop policy participant_takes_back on workshop_card;
create policy participant_takes_back on workshop_card for update to fresh_eyes_app
	using (room_id = any (array(select app_own_room())) and participant_id = app_participant() and standing in ('shown', 'waiting'))
	with check (standing = 'taken back');

drop policy participant on workshop_vote;
create policy participant_reads on workshop_vote for select to fresh_eyes_app
	using (participant_id = app_participant() and room_id = any (array(select app_own_room())));
create policy participant_gives on workshop_vote for insert to fresh_eyes_app
	with check (participant_id = app_participant() and app_round_asks(room_id, round, 'votes', null)
		and exists (select from workshop_card c where c.partnership_id = workshop_vote.partnership_id
			and c.id = workshop_vote.card_id and c.room_id = workshop_vote.room_id and c.standing = 'shown'));
create policy participant_takes_back on workshop_vote for delete to fresh_eyes_app
	using (participant_id = app_participant() and app_round_asks(room_id, round, 'votes', null));
-- What is hidden gives its votes back for good: else those who gave them anew have one too many once it is shown again.
create policy room_gives_back on workshop_vote for delete to fresh_eyes_app
	using (room_id = any (array(select app_rooms()))
		and exists (select from workshop_card c where c.partnership_id = workshop_vote.partnership_id
			and c.id = workshop_vote.card_id and c.standing <> 'shown'));

drop policy participant on workshop_rating;
create policy participant_reads on workshop_rating for select to fresh_eyes_app
	using (participant_id = app_participant() and room_id = any (array(select app_own_room())));
create policy participant_places on workshop_rating for insert to fresh_eyes_app
	with check (participant_id = app_participant() and exists (select from workshop_room r
			where r.id = workshop_rating.room_id and app_round_asks(r.id, r.round, 'matrix', null))
		and exists (select from workshop_card c where c.partnership_id = workshop_rating.partnership_id
			and c.id = workshop_rating.card_id and c.room_id = workshop_rating.room_id));
create policy participant_places_anew on workshop_rating for update to fresh_eyes_app
	using (participant_id = app_participant() and exists (select from workshop_room r
			where r.id = workshop_rating.room_id and app_round_asks(r.id, r.round, 'matrix', null)));

-- Which steps are actions already: also for those who run the workshop and do not read the school's actions.
create function steps_taken_up(p_review uuid) returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select s.id from workshop_step s join action a on a.partnership_id = s.partnership_id and a.id = s.id
		where s.review_id = p_review and s.keys && array(select app_keys())
			and (s.partnership_id = any (array(select app_partnerships())) or s.review_id = any (array(select app_reviews())));
	end;
revoke all on function steps_taken_up from public;
grant execute on function steps_taken_up to fresh_eyes_app;
