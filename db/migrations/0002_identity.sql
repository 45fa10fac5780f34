-- People and how they sign in. `person`, `session`, `account` and `verification` are the sign-in library's tables under our
-- names; nothing but the role fresh_eyes_sign_in reads sessions and links.

create table person (
	id uuid primary key,
	name text not null,
	email text not null unique check (email = lower(email)),
	email_verified boolean not null default false,
	image text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);

create table session (
	id uuid primary key,
	person_id uuid not null references person on delete cascade,
	token text not null unique,
	expires_at timestamptz not null,
	ip_address text,
	user_agent text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
create index on session (person_id);

create table account (
	id uuid primary key,
	person_id uuid not null references person on delete cascade,
	account_id text not null,
	provider_id text not null,
	access_token text,
	refresh_token text,
	id_token text,
	access_token_expires_at timestamptz,
	refresh_token_expires_at timestamptz,
	scope text,
	password text,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
create index on account (person_id);

-- Its ids are text: the library marks what it has done once under ids that are digests.
create table verification (
	id text primary key,
	identifier text not null,
	value text not null,
	expires_at timestamptz not null,
	created_at timestamptz not null default now(),
	updated_at timestamptz not null default now()
);
create index on verification (identifier);

-- Limits that survive a restart: attempts are counted per account and per address.
create table sign_in_attempt (
	id uuid primary key,
	subject text not null, -- a digest, so that this is no list of addresses
	at timestamptz not null default now()
);
create index on sign_in_attempt (subject, at);

-- What every process of one installation must share: the key that signs cookies, and the first set-up's token.
create table installation (
	only_row boolean primary key default true check (only_row),
	secret text not null,
	set_up_token_hash text
);

-- Letters to be sent: written in the transaction that causes them, delivered after it. The body goes once it is sent,
-- because it may hold a link that signs in.
create table letter (
	id uuid primary key,
	recipient text not null,
	subject text not null,
	body text,
	queued_at timestamptz not null default now(),
	attempts integer not null default 0,
	next_attempt_at timestamptz not null default now(),
	sent_at timestamptz,
	given_up_at timestamptz,
	last_refusal text
);
create index on letter (next_attempt_at) where sent_at is null and given_up_at is null;

grant select, insert, update, delete on person, session, account, verification to fresh_eyes_sign_in;
grant select, insert, delete on sign_in_attempt to fresh_eyes_sign_in;
grant select, insert, update on installation, letter to fresh_eyes_sign_in;
grant insert (id, recipient, subject, body) on letter to fresh_eyes_app;

create function app_known_people() returns setof uuid
	language sql stable security definer set search_path = public
	begin atomic
		select app_person();
	end;

alter table person enable row level security;
grant select (id, name, email) on person to fresh_eyes_app;
create policy known on person for select to fresh_eyes_app using (id = any (array(select app_known_people())));
create policy sign_in on person to fresh_eyes_sign_in using (true);

-- Whom an invitation is for: the person with that address, made if there is none. It tells nobody whether there was one.
create function person_for_invitation(p_id uuid, p_email text, p_name text) returns uuid
	language sql security definer set search_path = public
	begin atomic
		insert into person (id, name, email) values (p_id, p_name, lower(p_email)) on conflict (email) do nothing;
		select id from person where email = lower(p_email);
	end;
revoke all on function person_for_invitation from public;
grant execute on function person_for_invitation to fresh_eyes_app;
