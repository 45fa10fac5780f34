-- A letter that reminds of an action carries a secret, by which its reader tells how it goes in one tap and without signing in.
create table action_letter (
	partnership_id uuid not null,
	id uuid not null,
	review_id uuid not null,
	action_id uuid not null,
	person_id uuid not null references person,
	-- A digest of the secret.
	token_hash text not null unique,
	-- The last day on which it opens.
	last_day date not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	foreign key (partnership_id, action_id) references action
);
create index on action_letter (partnership_id, review_id);
alter table action_letter enable row level security;
grant select, insert on action_letter to fresh_eyes_app;
create policy own on action_letter to fresh_eyes_app using (person_id = app_person())
	with check (person_id = app_person() and exists (select from action a
		where a.partnership_id = action_letter.partnership_id and a.id = action_id and a.review_id = action_letter.review_id));

-- The door for whoever holds the secret: what it is about, for as long as its person heads the school, or owns the action and is
-- there. Nothing for any other secret, nor for an action that was given up.
create function action_of_letter(p_token_hash text)
	returns table (person_id uuid, review_id uuid, action_id uuid, title text)
	language sql stable security definer set search_path = public
	begin atomic
		select l.person_id, a.review_id, a.id, a.title
		from action_letter l
		join action a on a.partnership_id = l.partnership_id and a.id = l.action_id
		join review r on r.partnership_id = a.partnership_id and r.id = a.review_id
		where l.token_hash = p_token_hash and l.last_day >= app_today() and a.given_up_at is null
			and (a.owner_id = l.person_id and not has_left_host(a.review_id, l.person_id)
				or exists (select from appointment h
					join appointment_confirmation c on c.partnership_id = h.partnership_id and c.appointment_id = h.id
					where h.partnership_id = r.partnership_id and h.member_id = r.host_member_id and h.person_id = l.person_id
						and h.role in ('headteacher', 'executive head', 'head of school')
						and h.from_day <= app_today() and (h.until_day is null or h.until_day > app_today())));
	end;
revoke all on function action_of_letter from public;
grant execute on function action_of_letter to fresh_eyes_app;
