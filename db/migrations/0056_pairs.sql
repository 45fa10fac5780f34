-- Who of the host's staff goes with somebody of the team (NFS-4): by their account or, where they have none, by name. A row says
-- nobody once it is emptied, so that two who change it at once are told of each other.
create table pairing (
	partnership_id uuid not null,
	review_id uuid not null,
	person_id uuid not null,
	staff_id uuid references person,
	name text not null default '',
	post text not null default '',
	version integer not null default 1,
	said_by uuid not null references person,
	said_at timestamptz not null,
	primary key (partnership_id, review_id, person_id),
	foreign key (partnership_id, review_id, person_id) references team_member,
	check (staff_id is null or name = ''),
	check (post = '' or name <> '' or staff_id is not null)
);
create index on pairing (staff_id) where staff_id is not null;
-- Read by whoever sees the team.
call protect_review_table('pairing', 'select, insert, update (staff_id, name, post, version, said_by, said_at)');
create policy own_word on pairing as restrictive for insert to fresh_eyes_app with check (said_by = app_person());

-- The pairs of one review with the names, the same for everyone who may know of it: guests of another partnership see no posts here,
-- and could not tell who is still at the host.
create function review_pairs(p_partnership uuid, p_review uuid)
	returns table (person_id uuid, staff_id uuid, staff_name text, here boolean, name text, post text, version integer)
	language sql stable security definer set search_path = public
	begin atomic
		select p.person_id, p.staff_id, shown_name(p.partnership_id, p.staff_id),
			p.staff_id is null or exists (select from appointment a
				where a.partnership_id = p.partnership_id and a.person_id = p.staff_id and a.member_id = r.host_member_id
					and a.role <> 'governor' and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())),
			p.name, p.post, p.version
		from pairing p
		join review r on r.partnership_id = p.partnership_id and r.id = p.review_id
		where p.partnership_id = p_partnership and p.review_id = p_review and p_review = any (array(select app_known_reviews()));
	end;
revoke all on function review_pairs from public;
grant execute on function review_pairs to fresh_eyes_app;

-- Whoever leaves the team, or stands beside it as champion, is paired with nobody, however they come to.
create function end_pairing() returns trigger language plpgsql security definer set search_path = public as $$
begin
	delete from pairing p where p.partnership_id = new.partnership_id and p.review_id = new.review_id and p.person_id = new.person_id;
	return null;
end $$;
revoke all on function end_pairing from public;
create trigger pairing after update of left_on, role on team_member
	for each row when (new.left_on is not null or new.role = 'champion') execute function end_pairing();
