-- Concerns: the bell for what needs attention at once. Kept are its kind, who raised it, who was told when, and who answered;
-- never what was seen. Only whoever raised one and whoever was told of it can know that it is there: nothing else refers to
-- these tables, no stamp, count or audit entry follows from them, and no role of a partnership opens them.

-- Whom reviewers ring at a school: one list a member, [{role, name, phone, email}], kept by its heads.
create table contact_list (
	partnership_id uuid not null,
	member_id uuid not null,
	contacts jsonb not null,
	version integer not null default 1,
	written_by uuid not null references person,
	written_at timestamptz not null,
	primary key (partnership_id, member_id),
	foreign key (partnership_id, member_id) references member
);

-- The members that the actor heads today, and those at which they are on the bound team of a review that is not closed.
create function app_headed_members() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select a.member_id from appointment a
		join appointment_confirmation c on c.partnership_id = a.partnership_id and c.appointment_id = a.id
		where a.person_id = app_person() and a.role in ('headteacher', 'executive head', 'head of school')
			and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today());
	end;
create function app_contact_members() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select app_headed_members()
		union
		select r.host_member_id from app_teams() t
		join review r on r.partnership_id = t.partnership_id and r.id = t.review_id
		where t.role <> 'champion'
			and exists (select from confidentiality_agreement c
				where c.partnership_id = r.partnership_id and c.review_id = r.id and c.person_id = app_person())
			and not exists (select from closure c where c.partnership_id = r.partnership_id and c.review_id = r.id);
	end;

alter table contact_list enable row level security;
grant select, insert, update (contacts, version, written_by, written_at) on contact_list to fresh_eyes_app;
create policy read on contact_list for select to fresh_eyes_app using (member_id = any (array(select app_contact_members())));
create policy keep on contact_list for insert to fresh_eyes_app with check (member_id = any (array(select app_headed_members())));
create policy change on contact_list for update to fresh_eyes_app using (member_id = any (array(select app_headed_members())));

-- The contacts of a member with who of them can sign in: whoever stands there today under that address. Where no head is written
-- down it is the head who is confirmed there, of two the one of that school alone. Nothing for whoever may not read them.
create function contacts_of(p_member uuid)
	returns table (role text, name text, phone text, email text, person_id uuid, heads boolean)
	language sql stable security definer set search_path = public
	begin atomic
		with standing as (
			select p.id, p.name, p.email, a.from_day, a.role = 'executive head' as elsewhere,
				a.role in ('headteacher', 'executive head', 'head of school') and exists (select from appointment_confirmation c
					where c.partnership_id = a.partnership_id and c.appointment_id = a.id) as heads
			from appointment a join person p on p.id = a.person_id
			where a.member_id = p_member and p_member = any (array(select app_contact_members()))
				and a.from_day <= app_today() and (a.until_day is null or a.until_day > app_today())
		),
		people as (select id, name, email, bool_or(heads) as heads, bool_and(elsewhere) as elsewhere, min(from_day) as since
			from standing group by id, name, email),
		written as (
			select c.role, c.name, c.phone, lower(c.email) as email from contact_list l
			cross join lateral jsonb_to_recordset(l.contacts) as c (role text, name text, phone text, email text)
			where l.member_id = p_member and p_member = any (array(select app_contact_members()))
		)
		select w.role, w.name, w.phone, coalesce(nullif(w.email, ''), h.email, ''), coalesce(p.id, h.id),
			w.role = 'headteacher' or coalesce(p.heads, false)
		from written w
		left join people p on p.email = w.email
		left join lateral (
			select * from people where heads and w.role = 'headteacher'
			order by lower(name) <> lower(w.name), elsewhere, since, id limit 1) h on p.id is null
		union all
		(select 'headteacher', h.name, '', h.email, h.id, true from people h
		where h.heads and not exists (select from written where role = 'headteacher')
		order by elsewhere, since, id limit 1);
	end;
revoke all on function contacts_of from public;
grant execute on function contacts_of to fresh_eyes_app;

create table concern (
	partnership_id uuid not null,
	id uuid not null unique, -- over all partnerships: see 0004
	review_id uuid not null,
	kind text not null,
	about_head boolean not null,
	raised_by uuid not null references person,
	raised_at timestamptz not null,
	-- Made on the device. Unique to whoever raised it alone: nobody learns from an id of another's that it is taken.
	sent_as uuid not null,
	primary key (partnership_id, id),
	foreign key (partnership_id, review_id) references review,
	unique (raised_by, sent_as, partnership_id, review_id, kind, about_head)
);
create index on concern (partnership_id, review_id);

-- Who is told of one, in turn, as the contacts stood when it was raised; each once. Not told yet: `told_at` is null.
create table concern_telling (
	partnership_id uuid not null,
	concern_id uuid not null,
	place integer not null,
	role text not null,
	name text not null,
	phone text not null,
	email text not null,
	person_id uuid references person,
	told_at timestamptz,
	letter_id uuid,
	-- A digest of the secret in the letter, by which whoever has no account answers.
	token_hash text unique,
	acknowledged_at timestamptz,
	primary key (partnership_id, concern_id, place),
	foreign key (partnership_id, concern_id) references concern
);
create index on concern_telling (person_id);
create index on concern_telling (concern_id) where told_at is null;

create function app_raised_concerns() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select id from concern where raised_by = app_person();
	end;
create function app_told_concerns() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select concern_id from concern_telling where person_id = app_person() and told_at is not null;
	end;

alter table concern enable row level security;
grant select, insert on concern to fresh_eyes_app;
create policy raised on concern to fresh_eyes_app using (raised_by = app_person())
	with check (raised_by = app_person() and review_id = any (array(select app_reviews())));
create policy told on concern for select to fresh_eyes_app using (id = any (array(select app_told_concerns())));

alter table concern_telling enable row level security;
grant select, insert, update (told_at, letter_id, token_hash, acknowledged_at) on concern_telling to fresh_eyes_app;
create policy raised on concern_telling for select to fresh_eyes_app
	using (concern_id = any (array(select app_raised_concerns())));
create policy raising on concern_telling for insert to fresh_eyes_app
	with check (concern_id = any (array(select app_raised_concerns())));
create policy told on concern_telling for select to fresh_eyes_app
	using (told_at is not null and concern_id = any (array(select app_told_concerns())));
create policy answering on concern_telling for update to fresh_eyes_app using (person_id = app_person() and told_at is not null);
create policy job on concern_telling to fresh_eyes_app using (app_job() = 'concerns');

-- One concern as its people see it; whoever was told does not see who is told next.
create function concern_as_told(p_concern uuid, p_whole boolean) returns jsonb
	language sql stable set search_path = public
	begin atomic
		select jsonb_build_object(
			'id', c.id, 'partnershipId', c.partnership_id, 'reviewId', c.review_id, 'school', m.name,
			'kind', c.kind, 'aboutHead', c.about_head, 'raisedBy', p.name, 'raisedAt', c.raised_at,
			'rules', v.document -> 'concerns',
			'steps', coalesce((select jsonb_agg(jsonb_build_object(
					'place', t.place, 'role', t.role, 'name', t.name, 'phone', t.phone,
					'email', case when p_whole then t.email else '' end, 'writable', t.email <> '',
					'mine', coalesce(t.person_id = app_person(), false),
					'toldAt', t.told_at, 'sentAt', l.sent_at, 'undelivered', l.given_up_at is not null,
					'acknowledgedAt', t.acknowledged_at) order by t.place)
				from concern_telling t left join letter l on l.id = t.letter_id
				where t.partnership_id = c.partnership_id and t.concern_id = c.id and (p_whole or t.told_at is not null)), '[]'))
		from concern c
		join review r on r.partnership_id = c.partnership_id and r.id = c.review_id
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join protocol_version v on v.partnership_id = r.partnership_id and v.id = r.protocol_version_id
		join person p on p.id = c.raised_by
		where c.id = p_concern;
	end;

-- Those that the actor raised or was told of, the latest first; one alone where its id is given.
create function seen_concerns(p_concern uuid, p_most integer) returns table (concern jsonb)
	language sql stable security definer set search_path = public
	begin atomic
		select concern_as_told(c.id, c.raised_by = app_person()) || jsonb_build_object('raisedByMe', c.raised_by = app_person())
		from concern c
		where c.id in (select app_raised_concerns() union select app_told_concerns()) and (p_concern is null or c.id = p_concern)
		order by c.raised_at desc, c.id limit p_most;
	end;
create function has_concerns() returns boolean
	language sql stable security definer set search_path = public
	begin atomic
		select exists (select from concern where raised_by = app_person())
			or exists (select from concern_telling where person_id = app_person() and told_at is not null);
	end;

-- For the job that tells the next: those that nobody has answered and of which somebody can still be told.
create function unanswered_concerns() returns table (concern jsonb)
	language sql stable security definer set search_path = public
	begin atomic
		select concern_as_told(c.id, true) from concern c
		where app_job() = 'concerns'
			and c.id in (select concern_id from concern_telling where told_at is null and email <> '')
			and not exists (select from concern_telling t
				where t.partnership_id = c.partnership_id and t.concern_id = c.id and t.acknowledged_at is not null)
		order by c.raised_at, c.id;
	end;

-- The door for whoever holds the secret of a letter, for a week: what they are asked, and that they answer. Nothing for any other.
create function bell_of_letter(p_token_hash text, p_now timestamptz) returns table (bell jsonb)
	language sql stable security definer set search_path = public
	begin atomic
		select jsonb_build_object('school', m.name, 'raisedBy', p.name, 'toldAt', t.told_at, 'acknowledgedAt', t.acknowledged_at)
		from concern_telling t
		join concern c on c.partnership_id = t.partnership_id and c.id = t.concern_id
		join review r on r.partnership_id = c.partnership_id and r.id = c.review_id
		join member m on m.partnership_id = r.partnership_id and m.id = r.host_member_id
		join person p on p.id = c.raised_by
		where t.token_hash = p_token_hash and t.told_at > p_now - interval '7 days';
	end;
create function answer_bell_of_letter(p_token_hash text, p_now timestamptz) returns void
	language sql security definer set search_path = public
	begin atomic
		update concern_telling set acknowledged_at = p_now
		where token_hash = p_token_hash and told_at > p_now - interval '7 days' and acknowledged_at is null;
	end;
revoke all on function concern_as_told, seen_concerns, has_concerns, unanswered_concerns, bell_of_letter, answer_bell_of_letter
	from public;
grant execute on function seen_concerns, has_concerns, unanswered_concerns, bell_of_letter, answer_bell_of_letter
	to fresh_eyes_app;
